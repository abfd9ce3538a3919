/** The centre's keys and what is signed with them: the trust root, bundles and certificates. Knows config/wire; never the store, the web or a technician. */
@NullMarked
package io.zizhu.central.signing;

import org.jspecify.annotations.NullMarked;
