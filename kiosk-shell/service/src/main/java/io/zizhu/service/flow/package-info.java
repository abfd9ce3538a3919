/** What happens next: pure rules from stand and event to the next stand and its effects. Never a clock, a device or a screen. */
@NullMarked
package io.zizhu.service.flow;

import org.jspecify.annotations.NullMarked;
