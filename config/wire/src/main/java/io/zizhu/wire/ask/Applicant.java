package io.zizhu.wire.ask;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.time.LocalDate;

/**
 * Who applies, as read from the card. Withheld.
 *
 * @param sex {@code M}, {@code F} or empty
 */
public record Applicant(String name, String number, String sex, LocalDate birth, String address) {
    public static final Form<Applicant> FORM = new Form<>(
            "applicant",
            applicant -> Json.Obj.EMPTY
                    .with("name", applicant.name())
                    .with("number", applicant.number())
                    .with("sex", applicant.sex())
                    .with("birth", applicant.birth().toString())
                    .with("address", applicant.address()),
            fields -> new Applicant(
                    fields.text("name", 200),
                    fields.text("number", 40),
                    fields.text("sex", 1),
                    fields.date("birth"),
                    fields.text("address", 400)));

    @Override
    public String toString() {
        return "[withheld]";
    }
}
