/** The end of a terminal's day: journal, pay terminal and back office side by side, each difference in words. Knows ports and contract's pay words; never a screen, a driver or a database. */
@NullMarked
package io.zizhu.service.day;

import org.jspecify.annotations.NullMarked;
