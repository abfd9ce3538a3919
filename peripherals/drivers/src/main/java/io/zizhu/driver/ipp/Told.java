package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.Enum;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.OtherString;
import com.hp.jipp.encoding.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads attributes by what stands in them and not by what should: a value of another kind is left out, never an exception.
 * Pure.
 */
final class Told {
    private Told() {}

    static List<Integer> numbers(AttributeGroup group, String name) {
        List<Integer> numbers = new ArrayList<>();
        for (Object value : values(group, name)) {
            switch (value) {
                case Integer number -> numbers.add(number);
                case Enum word -> numbers.add(word.getCode());
                default -> {} // of another kind
            }
        }
        return numbers;
    }

    static Optional<Integer> number(AttributeGroup group, String name) {
        return numbers(group, name).stream().findFirst();
    }

    static List<String> texts(AttributeGroup group, String name) {
        List<String> texts = new ArrayList<>();
        for (Object value : values(group, name)) {
            switch (value) {
                case String text -> texts.add(text);
                case Name text -> texts.add(text.getValue());
                case Text text -> texts.add(text.getValue());
                case OtherString text -> texts.add(text.getValue()); // of kinds such as mimeMediaType
                case byte[] octets -> texts.add(new String(octets, StandardCharsets.UTF_8));
                default -> {} // of another kind
            }
        }
        return texts;
    }

    /** Each value of the form {@code key=value;key=value;}. */
    static List<Map<String, String>> pairs(AttributeGroup group, String name) {
        List<Map<String, String>> entries = new ArrayList<>();
        for (Object value : values(group, name)) {
            if (value instanceof KeyValues known) {
                entries.add(Map.copyOf(known.getPairs()));
            }
        }
        for (String text : texts(group, name)) {
            Map<String, String> entry = new HashMap<>();
            for (String pair : text.split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    entry.put(
                            pair.substring(0, equals).strip(),
                            pair.substring(equals + 1).strip());
                }
            }
            entries.add(entry);
        }
        return entries;
    }

    private static List<?> values(AttributeGroup group, String name) {
        Attribute<?> attribute = group.get(name);
        return attribute == null ? List.of() : attribute;
    }
}
