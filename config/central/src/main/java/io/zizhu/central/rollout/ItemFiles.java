package io.zizhu.central.rollout;

import io.zizhu.catalogue.BadItem;
import io.zizhu.catalogue.Item;
import io.zizhu.catalogue.ItemFile;
import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section {@code catalogue}: item files by code, as their authors wrote them. An edit changes the text of one
 * line and counts the file's version up, so that comments and order survive. Pure.
 */
public record ItemFiles(Map<String, String> files) {
    public static final String NAME = "catalogue";
    public static final String SCHEMA = "zizhu.catalogue/1";

    public static final Form<ItemFiles> FORM = new Form<>(
            NAME,
            files -> Json.Obj.EMPTY.with("items", files.files),
            fields -> new ItemFiles(new TreeMap<>(fields.textMap("items"))));

    private static final Pattern FEE = Pattern.compile("(?m)^fee:[ \\t]*\\d+[ \\t]*$");
    private static final Pattern VERSION = Pattern.compile("(?m)^version:[ \\t]*(\\d+)[ \\t]*$");

    public ItemFiles {
        files = Map.copyOf(files);
    }

    /** What came of an edit. */
    public sealed interface Edited {
        record Done(ItemFiles files) implements Edited {}

        record Refused(String why) implements Edited {}
    }

    /** Our own stored bytes; anything unreadable here is a bug. */
    static ItemFiles read(byte[] bytes) {
        return FORM.open(bytes).orThrow();
    }

    public Section section() {
        return new Section(NAME, SCHEMA, Octets.of(FORM.bytes(this)));
    }

    /** Every item, by code; throws where a file does not parse, since only checked files are stored. */
    public List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (String code : new TreeMap<>(files).keySet()) {
            items.add(item(code).orElseThrow());
        }
        return List.copyOf(items);
    }

    /** One item by its code. */
    public Optional<Item> item(String code) {
        String file = files.get(code);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ItemFile.parse(code + ".yaml", file));
        } catch (BadItem bad) {
            throw new IllegalStateException("a stored item file does not parse: " + code, bad);
        }
    }

    /** The same catalogue with another fee for one item. */
    public Edited fee(String code, long fen) {
        String file = files.get(code);
        if (file == null) {
            return new Edited.Refused("there is no item " + code);
        }
        Matcher fee = FEE.matcher(file);
        Matcher version = VERSION.matcher(file);
        if (!fee.find() || !version.find()) {
            return new Edited.Refused("the file of " + code + " has no plain fee and version lines");
        }
        String counted = version.replaceFirst("version: " + (Long.parseLong(version.group(1)) + 1));
        String edited = FEE.matcher(counted).replaceFirst("fee: " + fen);
        var more = new TreeMap<>(files);
        more.put(code, edited);
        return new Edited.Done(new ItemFiles(more));
    }

    /** Why these files cannot be published, if they cannot. */
    Optional<String> complaint() {
        if (files.isEmpty()) {
            return Optional.of("a catalogue without items");
        }
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            try {
                Item item = ItemFile.parse(file.getKey() + ".yaml", file.getValue());
                if (!item.code().equals(file.getKey())) {
                    return Optional.of(file.getKey() + ".yaml: code says " + item.code());
                }
            } catch (BadItem bad) {
                return Optional.of(String.valueOf(bad.getMessage()));
            }
        }
        return Optional.empty();
    }
}
