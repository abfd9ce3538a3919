package io.zizhu.service.upkeep;

import io.zizhu.service.stock.Stock;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Upkeep.Done;
import java.util.List;
import java.util.Optional;

/**
 * The storeroom as one person who entered sees it; ask {@link Upkeep#store} for it before every act. What concerns
 * numbered security paper, or writes off a difference, needs a second person.
 */
public interface Store {
    /** What the bound devices use up. */
    List<Stock> stocks();

    /** A pack, added to what is in; a roll, in millimetres, takes the old one's place. */
    Done load(Supply supply, int count);

    /** A pack of security paper, by its first and last number. */
    Done loadNumbered(String first, String last, Optional<Badge> second);

    /** What is in was counted; a difference to the book needs a reason and a second person. */
    Done count(Supply supply, int found, String reason, Optional<Badge> second);

    /** The number on top of the stack was read; those passed over are missing, each by its number. */
    Done countNumbered(String top, String reason, Optional<Badge> second);

    /** Something is of no use any more; of security paper the sheet on top. */
    Done spoil(Supply supply, int count, String reason, Optional<Badge> second);
}
