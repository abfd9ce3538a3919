package io.zizhu.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where one visit is cut off.
 *
 * @param place as the bench lists it
 * @param then what the pad does after a lost link
 */
record Point(String item, String place, String then) {
    private static final Map<String, Set<String>> OPERATIONS = Map.of(
            "id-reader", Set.of("read"),
            "face-camera", Set.of("compare"),
            "pay-pad", Set.of("mark", "charge", "settle", "reverse", "refund"),
            "certificate-printer", Set.of("print", "follow", "recall"),
            "receipt-printer", Set.of("slip"));

    /**
     * Every point of a visit.
     *
     * @param places that it passed, in their order
     * @param tapped how many it had passed when the card was shown: what the pad does after a lost link makes a
     *     difference behind that, and there each of its places counts three times
     */
    static List<Point> of(String item, List<String> places, int tapped) {
        Set<String> repeated = Telegram.repeated(places);
        return IntStream.range(0, places.size())
                .boxed()
                .filter(at -> belongs(places.get(at)) && !repeated.contains(places.get(at)))
                .flatMap(at -> (at >= tapped && pad(places.get(at))
                                ? Stream.of("keep", "void", "forget")
                                : Stream.of("keep"))
                        .map(then -> new Point(item, places.get(at), then)))
                .toList();
    }

    /** The places of a recovery; what the staff do afterwards is none of it. */
    static List<String> ofRecovery(List<String> places) {
        return places.stream()
                .filter(place -> belongs(place) && !place.contains(" staff-"))
                .filter(place -> !place.contains(": ") || place.endsWith(" before it") || !pad(place))
                .toList();
    }

    /** A device that was only asked how it is, while another one worked, is no part of the operation. */
    private static boolean belongs(String place) {
        int colon = place.indexOf(": ");
        if (colon < 0) {
            return !place.contains(" note device ");
        }
        String operation = place.substring(0, place.indexOf(' '));
        String device = place.substring(colon + 2).split(" ", 2)[0];
        return OPERATIONS.getOrDefault(device, Set.of()).contains(operation);
    }

    private static boolean pad(String place) {
        return place.contains(": pay-pad ");
    }

    /** Points of one kind differ in their numbers alone. */
    String kind() {
        return item + " " + place.replaceAll("\\d+", "n") + " " + then;
    }

    /** Rows, operations, the pad's line, and the others', of each item. */
    String sort() {
        return item + (place.contains(": ") ? pad(place) ? " pad" : " line" : " " + place.split(" ", 2)[0]);
    }

    String name() {
        return item + ", " + place + (pad(place) ? ", then " + then : "");
    }
}
