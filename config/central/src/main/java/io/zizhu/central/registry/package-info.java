/** Who exists: terminals, technicians, join codes, and the centre's own certificate authority. Knows the store; never the broker, the web or a back office. */
@NullMarked
package io.zizhu.central.registry;

import org.jspecify.annotations.NullMarked;
