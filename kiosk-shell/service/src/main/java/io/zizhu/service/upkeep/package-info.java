/** The staff's counter: health, paper, tests, resets and open cases. Never a screen. */
@NullMarked
package io.zizhu.service.upkeep;

import org.jspecify.annotations.NullMarked;
