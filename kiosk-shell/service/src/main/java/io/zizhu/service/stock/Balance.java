package io.zizhu.service.stock;

/**
 * One supply over one shift, from hand-over to hand-over.
 *
 * @param opening what was left when the shift began
 */
public record Balance(Supply supply, long opening, Tally tally) {
    public long left() {
        return opening + tally.change();
    }
}
