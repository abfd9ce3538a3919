/** The technician's face of the fleet: views over {@code Fleet}. Knows config/central's façade and Vaadin; never a store, a broker, a key or a terminal. */
@NullMarked
package io.zizhu.console;

import org.jspecify.annotations.NullMarked;
