/** The staff's screens behind their PIN. Never the citizen's scenes. */
@NullMarked
package io.zizhu.touch.staff;

import org.jspecify.annotations.NullMarked;
