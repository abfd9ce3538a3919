/** The words of the staff's screens, in both languages. Never a control. */
@NullMarked
package io.zizhu.touch.staff.words;

import org.jspecify.annotations.NullMarked;
