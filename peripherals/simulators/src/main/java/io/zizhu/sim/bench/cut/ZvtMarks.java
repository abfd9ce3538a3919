package io.zizhu.sim.bench.cut;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * On the card terminal's line: before each telegram, behind either byte of its command, behind its length, in the middle
 * of its data, before its last byte and behind it. From the second byte on a place says which command it belongs to.
 */
final class ZvtMarks implements Marks {
    private static final int COMMAND = 2;
    private static final int LONG = 0xFF;

    /** One telegram on its way: how many bytes of it have passed, and how many there will be. */
    private static final class Telegram {
        private int number;
        private int command;
        private int passed;
        private int head = COMMAND + 1;
        private int data;

        void next(int octet) {
            passed++;
            if (passed <= COMMAND) {
                command = command << 8 | octet;
            } else if (passed == COMMAND + 1 && octet == LONG) {
                head += 2;
            } else if (passed == head - 1 && head > COMMAND + 1) {
                data = octet;
            } else if (passed == head) {
                data |= octet << (head > COMMAND + 1 ? 8 : 0);
            }
        }

        /** Empty where this is no place. */
        String word() {
            String where = where();
            String which = passed < COMMAND ? "" : String.format(Locale.ROOT, "%04X ", command);
            return where.isEmpty() ? "" : "telegram " + number + " " + which + where;
        }

        private String where() {
            int whole = head + data;
            if (passed < head) {
                return passed <= COMMAND ? "behind byte " + passed : "";
            }
            if (passed == whole) {
                return "behind it";
            }
            if (passed == head) {
                return "behind its length";
            }
            return passed == whole - 1 ? "before its last byte" : passed == head + data / 2 ? "in its middle" : "";
        }

        boolean over() {
            return passed >= head && passed == head + data;
        }
    }

    private final Map<Way, Telegram> passing = new EnumMap<>(Way.class);
    private int telegrams;

    @Override
    public void begin() {
        telegrams = 0;
    }

    @Override
    public Optional<String> before(Way way) {
        if (passing.containsKey(way)) {
            return Optional.empty();
        }
        Telegram next = new Telegram();
        next.number = ++telegrams;
        passing.put(way, next);
        return Optional.of("telegram " + next.number + " before it");
    }

    @Override
    public Optional<String> after(Way way, int octet) {
        Telegram telegram = passing.get(way);
        if (telegram == null) {
            throw new IllegalStateException("a byte behind which nothing was before");
        }
        telegram.next(octet);
        if (telegram.over()) {
            passing.remove(way);
        }
        String word = telegram.word();
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }
}
