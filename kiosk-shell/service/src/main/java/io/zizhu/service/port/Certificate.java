package io.zizhu.service.port;

import java.time.LocalDate;
import java.util.List;

/**
 * The centre's sealed answer, the only thing paper is typeset from; withheld.
 *
 * @param kind which form, such as {@code no-criminal-record}
 * @param facts in the order they are printed; exactly these are sealed
 * @param english the same facts by English label and value, in the same order; empty where nobody translated them
 * @param seal the compact signature, content of the QR code
 * @param specimen training: printed over with 样张 / SPECIMEN
 */
public record Certificate(
        String kind,
        String number,
        LocalDate issued,
        List<Fact> facts,
        List<Fact> english,
        String seal,
        boolean specimen) {
    public Certificate {
        facts = List.copyOf(facts);
        english = List.copyOf(english);
    }

    public Certificate(String kind, String number, LocalDate issued, List<Fact> facts, String seal, boolean specimen) {
        this(kind, number, issued, facts, List.of(), seal, specimen);
    }

    /**
     * @param name the fact's own name, such as {@code name} or {@code purpose}
     */
    public record Fact(String name, String value) {}

    @Override
    public String toString() {
        return "[withheld]";
    }
}
