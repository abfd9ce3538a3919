package io.zizhu.wire.seal;

import io.zizhu.wire.json.Digest;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.util.List;
import java.util.Optional;

/** What a certificate states, in the order it is printed. Withheld: it names a citizen. */
public record Facts(List<Fact> facts) {
    /** An object with one member, {@code facts}, a list of {@code {name, value}}. */
    public static final Form<Facts> FORM = new Form<>(
            "facts",
            facts -> Json.Obj.EMPTY.with(
                    "facts", facts.facts().stream().map(Fact.FORM::write).toList()),
            fields -> new Facts(fields.list("facts", Fact.FORM.reader())));

    /** One line: a stable name ({@code name}, {@code number}, {@code purpose}…) and what is stated. */
    public record Fact(String name, String value) {
        public static final Form<Fact> FORM = new Form<>(
                "fact",
                fact -> Json.Obj.EMPTY.with("name", fact.name()).with("value", fact.value()),
                fields -> new Fact(fields.text("name", 64), fields.text("value", 2000)));

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    public Facts {
        facts = List.copyOf(facts);
    }

    /** Name, value, name, value… */
    public static Facts of(String... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value");
        }
        var facts = new java.util.ArrayList<Fact>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.add(new Fact(pairs[i], pairs[i + 1]));
        }
        return new Facts(facts);
    }

    public Optional<String> value(String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }

    /** SHA-256 of the canonical form: what the certificate's seal covers. */
    public Digest digest() {
        return Digest.of(FORM.bytes(this));
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
