/** Everything a technician can see and do, as one façade of plain records. Knows the rooms of the centre; never the web, and never personal data. */
@NullMarked
package io.zizhu.central.fleet;

import org.jspecify.annotations.NullMarked;
