package io.zizhu.wire.bundle;

import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.util.regex.Pattern;

/**
 * One opaque part of a bundle; its tenant alone understands it.
 *
 * @param name a word such as {@code welcome}; a bundle has each name once
 * @param schema id of the form of the bytes, such as {@code zizhu.welcome/1}
 */
public record Section(String name, String schema, Octets bytes) {
    public static final int MOST_BYTES = 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Form<Section> FORM = new Form<>(
            "section",
            section -> Json.Obj.EMPTY
                    .with("name", section.name())
                    .with("schema", section.schema())
                    .with("bytes", section.bytes()),
            fields -> {
                if (!NAME.matcher(fields.text("name")).matches()) {
                    throw fields.wrong("name", "is not a word of a-z, 0-9 and -");
                }
                var section = new Section(fields.text("name"), fields.text("schema", 80), fields.octets("bytes"));
                if (section.bytes().size() > MOST_BYTES) {
                    throw fields.wrong("bytes", "are more than " + MOST_BYTES);
                }
                return section;
            });
}
