package io.zizhu.terminal.pay;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of this terminal's orders, none of them ever used twice. A number is reserved when the journal is about to
 * note the charge, and outlives a device that is closed and opened again meanwhile: what is charged is what was noted.
 * Any thread.
 */
public final class OrderBook {
    private static final int NAME = 14;

    private final String terminal;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> left = new LinkedHashSet<>();
    private Optional<String> reserved = Optional.empty();

    /** @param terminal its name at the centre */
    public OrderBook(String terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Who makes the orders, for marks and receipts. */
    String maker() {
        return "qr/" + terminal;
    }

    synchronized String reserve() { // the owner thread of one device reserves, that of the next may take
        String number = fresh();
        reserved = Optional.of(number);
        return number;
    }

    synchronized String take() {
        String number = reserved.orElseGet(this::fresh);
        reserved = Optional.empty();
        return number;
    }

    /** Somebody asks what became of it: nothing is charged under this number any more. */
    synchronized void asked(String number) {
        reserved = reserved.filter(each -> !each.equals(number));
    }

    /** Its end was not heard, so its code may still be paid: to be closed as soon as the office is there. */
    synchronized void leave(String number) {
        left.add(number);
    }

    synchronized List<String> left() {
        return List.copyOf(left);
    }

    /** The office answered to its closing. */
    synchronized void shut(String number) {
        left.remove(number);
    }

    /** At most 40 characters: name, time, chance. */
    private String fresh() {
        byte[] chance = new byte[6];
        random.nextBytes(chance);
        String name = terminal.length() <= NAME ? terminal : terminal.substring(terminal.length() - NAME);
        return name + "-" + Long.toString(clock.millis(), 36) + "-"
                + HexFormat.of().formatHex(chance);
    }
}
