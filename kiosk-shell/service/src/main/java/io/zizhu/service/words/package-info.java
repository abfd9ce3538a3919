/** What devices, supplies and the rows of a shift are called to staff, on the screen and on paper alike. Knows stock, day and the catalogue's words; never a port's doings, a screen or a sheet. */
@NullMarked
package io.zizhu.service.words;

import org.jspecify.annotations.NullMarked;
