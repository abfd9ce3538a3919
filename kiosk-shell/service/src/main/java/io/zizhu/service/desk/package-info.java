/** The citizen's counter: the one object the touch screen talks to. Never a device or the disk. */
@NullMarked
package io.zizhu.service.desk;

import org.jspecify.annotations.NullMarked;
