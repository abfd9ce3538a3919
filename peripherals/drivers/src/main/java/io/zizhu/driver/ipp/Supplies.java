package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is left of what a printer uses up, from what it says of its trays and cartridges (PWG 5100.13 {@code
 * printer-supply}, {@code printer-input-tray}; CUPS {@code marker-levels}). A reason outweighs a level, for levels are
 * often estimated; a level below zero tells nothing (RFC 3805: -1 other, -2 unknown, -3 some left). Pure.
 *
 * @param cartridges every entry of {@code printer-supply}, key by key
 * @param trays every entry of {@code printer-input-tray}, key by key
 * @param markers {@code marker-types} and {@code marker-levels} in percent, pair by pair
 */
record Supplies(List<Map<String, String>> cartridges, List<Map<String, String>> trays, List<Marker> markers) {
    private static final int SOME_LEFT = -3;

    /** Percent below which a supply is low, where the printer does not say so itself. */
    private static final int LOW = 10;

    private static final Set<String> TONER_OUT =
            Set.of("toner-empty", "marker-supply-empty", "developer-empty", "ink-empty");
    private static final Set<String> TONER_LOW =
            Set.of("toner-low", "marker-supply-low", "developer-low", "ink-low", "marker-supply-missing");

    /** @param level percent, or below zero */
    record Marker(String type, int level) {}

    Supplies {
        cartridges = List.copyOf(cartridges);
        trays = List.copyOf(trays);
        markers = List.copyOf(markers);
    }

    /** Pure. */
    static Supplies of(AttributeGroup group) {
        List<String> types = Told.texts(group, "marker-types");
        List<Integer> levels = Told.numbers(group, "marker-levels");
        List<Marker> markers = new ArrayList<>();
        for (int at = 0; at < Math.min(types.size(), levels.size()); at++) {
            markers.add(new Marker(types.get(at), levels.get(at)));
        }
        return new Supplies(Told.pairs(group, "printer-supply"), Told.pairs(group, "printer-input-tray"), markers);
    }

    /** Spot by spot, as far as the printer tells. */
    Map<Spot, Media> spots(Condition condition) {
        Map<Spot, Media> spots = new EnumMap<>(Spot.class);
        Media paper = condition.media();
        spots.put(Spot.PAPER, paper == Media.FULL ? tray().orElse(paper) : paper);
        toner(condition.reasons()).ifPresent(toner -> spots.put(Spot.TONER, toner));
        exit(condition.reasons()).ifPresent(exit -> spots.put(Spot.EXIT, exit));
        return spots;
    }

    /** The fullest tray: a printer takes paper where there is some. */
    private Optional<Media> tray() {
        return trays.stream().flatMap(Supplies::left).max((one, other) -> rank(one) - rank(other));
    }

    /** The emptiest cartridge: without one colour it does not print. */
    private Optional<Media> toner(Set<String> reasons) {
        if (reasons.stream().anyMatch(TONER_OUT::contains)) {
            return Optional.of(Media.OUT);
        }
        if (reasons.stream().anyMatch(TONER_LOW::contains)) {
            return Optional.of(Media.LOW);
        }
        Stream<Media> told = cartridges.stream()
                .filter(each -> colours(each.getOrDefault("type", "")))
                .flatMap(Supplies::left);
        Stream<Media> marked =
                markers.stream().filter(each -> colours(each.type())).flatMap(each -> left(each.level(), 100).stream());
        return Stream.concat(told, marked).min((one, other) -> rank(one) - rank(other));
    }

    private static Optional<Media> exit(Set<String> reasons) {
        if (reasons.contains("output-area-full")) {
            return Optional.of(Media.FULL);
        }
        return reasons.contains("output-area-almost-full") ? Optional.of(Media.PRESENT) : Optional.empty();
    }

    /** What is used up, not where the waste goes. */
    private static boolean colours(String type) {
        return type.startsWith("toner") || type.startsWith("ink");
    }

    private static Stream<Media> left(Map<String, String> entry) {
        Optional<Integer> level = number(entry.get("level"));
        Optional<Integer> most = number(entry.get("maxcapacity"));
        return level.flatMap(now -> left(now, most.orElse(-1))).stream();
    }

    private static Optional<Media> left(int level, int most) {
        if (level == 0) {
            return Optional.of(Media.OUT);
        }
        if (level < 0) {
            return level == SOME_LEFT ? Optional.of(Media.FULL) : Optional.empty();
        }
        return Optional.of(most > 0 && level * 100L <= most * (long) LOW ? Media.LOW : Media.FULL);
    }

    private static Optional<Integer> number(@Nullable String text) {
        return text != null && text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static int rank(Media media) {
        return media == Media.OUT ? 0 : media == Media.LOW ? 1 : 2;
    }
}
