package io.zizhu.terminal.tenant;

import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sections a terminal is born with, from a folder: {@code welcome.json}, {@code devices.json}, {@code staff.json},
 * {@code catalogue/*.yaml}, and where it is there {@code privacy.json}; without it personal fields are kept for a day.
 */
public final class Factory {
    private static final byte[] A_DAY = Json.Obj.EMPTY.with("keepHours", 24).bytes();

    private Factory() {}

    /** @throws IOException naming the file that is missing */
    public static List<Section> sections(Path folder) throws IOException {
        List<Section> sections = new ArrayList<>();
        for (Held.Form<?> form : List.of(Sections.WELCOME, Sections.DEVICES, Sections.STAFF)) {
            byte[] bytes = Files.readAllBytes(folder.resolve(form.section() + ".json"));
            sections.add(new Section(form.section(), form.schema(), Octets.of(bytes)));
        }
        Path privacy = folder.resolve(Sections.PRIVACY.section() + ".json");
        sections.add(new Section(
                Sections.PRIVACY.section(),
                Sections.PRIVACY.schema(),
                Octets.of(Files.exists(privacy) ? Files.readAllBytes(privacy) : A_DAY)));
        Map<String, String> items = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("catalogue"), "*.yaml")) {
            for (Path file : files) {
                items.put(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
            }
        }
        sections.add(new Section(
                Sections.CATALOGUE.section(),
                Sections.CATALOGUE.schema(),
                Octets.of(Json.Obj.EMPTY.with("items", items).bytes())));
        return List.copyOf(sections);
    }
}
