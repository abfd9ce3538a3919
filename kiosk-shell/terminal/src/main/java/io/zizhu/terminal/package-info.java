/** The one process of the terminal: here its rooms meet, and nowhere else. Never a driver, a screen or a business rule. */
@NullMarked
package io.zizhu.terminal;

import org.jspecify.annotations.NullMarked;
