/**
 * Where every sheet, roll metre, card, booklet and ribbon panel is, by the rows of the journal. Pure but for the
 * stocktaker, which stands before the journal. Never a screen, a device, or the staff's door.
 */
@NullMarked
package io.zizhu.service.stock;

import org.jspecify.annotations.NullMarked;
