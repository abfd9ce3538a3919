package io.zizhu.device.dispense;

import java.util.List;

/**
 * What is put on a card. Withheld: it names a person's journey.
 *
 * @param lines printed, in the field that the machine prints on
 * @param chip written to the card's chip as it stands; empty for a card without one
 */
public record Endorsement(List<String> lines, byte[] chip) {
    public Endorsement {
        lines = List.copyOf(lines);
        chip = chip.clone();
    }

    @Override
    public byte[] chip() {
        return chip.clone();
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
