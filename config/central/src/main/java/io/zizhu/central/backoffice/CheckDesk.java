package io.zizhu.central.backoffice;

import io.zizhu.central.signing.Notary;
import io.zizhu.central.store.Store;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.seal.CompactSeal;
import io.zizhu.wire.seal.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where anybody checks a certificate: the content of its QR code, its number, and as many of its printed lines as
 * they like. Whoever shows only a number learns nothing; whoever shows a genuine seal learns the masked lines, to
 * compare with the paper. Any thread.
 */
public final class CheckDesk {
    private final Store store;
    private final Notary notary;

    public CheckDesk(Store store, Notary notary) {
        this.store = store;
        this.notary = notary;
    }

    /** What came of a check. */
    public sealed interface Checked {
        /**
         * Issued here, and every line shown is what was sealed.
         *
         * @param masked label and value of every line, names and numbers masked
         */
        record Genuine(String number, String issued, boolean specimen, List<Facts.Fact> masked) implements Checked {
            @Override
            public String toString() {
                return "[withheld]";
            }
        }

        /** @param where which part does not fit: {@code seal}, {@code number} or the name of a line */
        record Wrong(String where) implements Checked {}
    }

    /**
     * @param seal the QR code's content
     * @param number the certificate number as printed; may be empty
     * @param shown printed lines by name, such as {@code name}; only the filled ones are compared
     */
    public Checked check(String seal, String number, Map<String, String> shown) {
        return switch (notary.check(seal.strip())) {
            case CompactSeal.Checked.Refused _ -> new Checked.Wrong("seal");
            case CompactSeal.Checked.Genuine(CompactSeal genuine) -> compare(genuine, number.strip(), shown);
        };
    }

    private Checked compare(CompactSeal seal, String number, Map<String, String> shown) {
        if (!number.isEmpty() && !number.equals(seal.number())) {
            return new Checked.Wrong("number");
        }
        Optional<Answer.Granted> kept = store.keep(sql -> sql.one(
                        "SELECT answer FROM matter WHERE certificate = ? AND state <> 'WITHDRAWN'",
                        row -> Answer.FORM.open(row.getBytes(1)).orThrow(),
                        seal.number()))
                .filter(Answer.Granted.class::isInstance)
                .map(Answer.Granted.class::cast);
        if (kept.isEmpty() || !seal.covers(kept.get().facts())) {
            return new Checked.Wrong("number");
        }
        Facts sealed = kept.get().facts();
        for (Map.Entry<String, String> line : shown.entrySet()) {
            boolean fits = line.getValue().isBlank()
                    || sealed.value(line.getKey())
                            .filter(line.getValue().strip()::equals)
                            .isPresent();
            if (!fits) {
                return new Checked.Wrong(line.getKey());
            }
        }
        return new Checked.Genuine(seal.number(), seal.issued().toString(), seal.specimen(), masked(kept.get()));
    }

    private static List<Facts.Fact> masked(Answer.Granted granted) {
        var names = granted.facts().facts();
        var printed = granted.zh().facts();
        return java.util.stream.IntStream.range(0, names.size())
                .mapToObj(i -> new Facts.Fact(
                        printed.get(i).name(),
                        masked(names.get(i).name(), names.get(i).value())))
                .toList();
    }

    private static String masked(String name, String value) {
        return switch (name) {
            case "name" -> starred(value, 1, 0);
            case "number" -> starred(value, 3, 4);
            case "birth" -> starred(value, 4, 0);
            default -> value;
        };
    }

    /** Keeps the first and last characters, counted as people count them. */
    private static String starred(String value, int first, int last) {
        int[] letters = value.codePoints().toArray();
        var out = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            out.appendCodePoint(i < first || i >= letters.length - last ? letters[i] : '*');
        }
        return out.toString();
    }
}
