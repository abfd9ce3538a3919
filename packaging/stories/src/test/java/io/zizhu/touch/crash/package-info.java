/** A face without a screen, for terminals that are killed a thousand times: stands where the touch screen's jar stands, and knows what that may know. */
@NullMarked
package io.zizhu.touch.crash;

import org.jspecify.annotations.NullMarked;
