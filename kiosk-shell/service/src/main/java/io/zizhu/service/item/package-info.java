/** Which items this kiosk offers now, and why not the others. Pure; never a screen or a device. */
@NullMarked
package io.zizhu.service.item;

import org.jspecify.annotations.NullMarked;
