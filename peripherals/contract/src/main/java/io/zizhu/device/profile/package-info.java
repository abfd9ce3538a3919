/** What a driver is, told without opening it: its settings, abilities, wire. Stands below {@code io.zizhu.device}: knows only the JDK and JSpecify. */
@NullMarked
package io.zizhu.device.profile;

import org.jspecify.annotations.NullMarked;
