package io.zizhu.central.rollout;

import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One difference between a section and its draft, for the eyes of the second person. Pure.
 *
 * @param where which part, such as {@code zh} or {@code id-card-renewal:7}
 */
public record Change(String where, String before, String after) {
    static final Form<Change> FORM = new Form<>(
            "change",
            change -> Json.Obj.EMPTY
                    .with("where", change.where)
                    .with("before", change.before)
                    .with("after", change.after),
            fields -> new Change(fields.text("where"), fields.text("before"), fields.text("after")));

    /** Several, as the store keeps them. */
    static final Form<List<Change>> LIST = new Form<>(
            "changes",
            changes -> Json.Obj.EMPTY.with(
                    "changes", changes.stream().map(FORM::write).toList()),
            fields -> fields.list("changes", FORM.reader()));

    /** All differences; both sections have passed {@link Complaint}. */
    static List<Change> between(Section before, Section after) {
        return switch (after.name()) {
            case Welcome.NAME ->
                welcome(
                        Welcome.FORM.open(before.bytes().bytes()).orThrow(),
                        Welcome.FORM.open(after.bytes().bytes()).orThrow());
            case Privacy.NAME ->
                privacy(
                        Privacy.FORM.open(before.bytes().bytes()).orThrow(),
                        Privacy.FORM.open(after.bytes().bytes()).orThrow());
            case ItemFiles.NAME ->
                items(
                        ItemFiles.read(before.bytes().bytes()).files(),
                        ItemFiles.read(after.bytes().bytes()).files());
            default -> List.of();
        };
    }

    private static List<Change> welcome(Welcome before, Welcome after) {
        List<Change> found = new ArrayList<>();
        compare(found, "zh", before.zh(), after.zh());
        compare(found, "en", before.en(), after.en());
        return List.copyOf(found);
    }

    private static List<Change> privacy(Privacy before, Privacy after) {
        List<Change> found = new ArrayList<>();
        compare(found, "keepHours", String.valueOf(before.keepHours()), String.valueOf(after.keepHours()));
        return List.copyOf(found);
    }

    private static List<Change> items(Map<String, String> before, Map<String, String> after) {
        List<Change> found = new ArrayList<>();
        var codes = new TreeMap<>(before);
        codes.putAll(after);
        for (String code : codes.keySet()) {
            lines(found, code, before.getOrDefault(code, ""), after.getOrDefault(code, ""));
        }
        return List.copyOf(found);
    }

    /** Line by line while both files have as many; otherwise only that they differ. */
    private static void lines(List<Change> found, String code, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.size() != now.size()) {
            found.add(new Change(code, old.size() + " lines", now.size() + " lines"));
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            compare(found, code + ":" + (i + 1), old.get(i), now.get(i));
        }
    }

    private static void compare(List<Change> found, String where, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Change(where, before, after));
        }
    }
}
