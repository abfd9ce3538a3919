package io.zizhu.central.rollout;

import io.zizhu.wire.bundle.Section;
import io.zizhu.wire.json.Read;
import java.util.Optional;

/** Holds a section against what the centre knows of its form, before anybody is asked to approve it. Pure. */
final class Complaint {
    private Complaint() {}

    /** Why the section cannot be published, in a technician's words; nothing where it can. */
    static Optional<String> of(Section section) {
        if (section.bytes().size() > Section.MOST_BYTES) {
            return Optional.of("longer than " + Section.MOST_BYTES + " bytes");
        }
        return switch (section.name()) {
            case Welcome.NAME -> unread(Welcome.FORM.open(section.bytes().bytes()));
            case Privacy.NAME -> unread(Privacy.FORM.open(section.bytes().bytes()));
            case ItemFiles.NAME ->
                switch (ItemFiles.FORM.open(section.bytes().bytes())) {
                    case Read.Good<ItemFiles>(ItemFiles files) -> files.complaint();
                    case Read.Bad<ItemFiles>(String field, String why) -> Optional.of(field + " " + why);
                };
            default -> Optional.of("the centre knows no section " + section.name());
        };
    }

    private static <T> Optional<String> unread(Read<T> read) {
        return switch (read) {
            case Read.Good<T> _ -> Optional.empty();
            case Read.Bad<T>(String field, String why) -> Optional.of(field + " " + why);
        };
    }
}
