/**
 * What is put on paper: certificates as PDF from the centre's sealed answer alone, slips for the roll. Never a printer,
 * the disk beyond the fonts, or another room of the terminal.
 */
@NullMarked
package io.zizhu.terminal.paper;

import org.jspecify.annotations.NullMarked;
