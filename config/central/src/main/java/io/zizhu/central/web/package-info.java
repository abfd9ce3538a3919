/** The centre's two doors: the line for terminals behind client certificates, and the console with its JSON interface and the public check. Knows the façade; never a table or a key. */
@NullMarked
package io.zizhu.central.web;

import org.jspecify.annotations.NullMarked;
