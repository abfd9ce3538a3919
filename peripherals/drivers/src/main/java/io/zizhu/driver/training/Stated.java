package io.zizhu.driver.training;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The answer to {@code what=state} in the contract's words. Pure. */
final class Stated {
    private Stated() {}

    /** @throws DeviceAway GARBLED where a word is none of the contract's, naming it */
    static Pulse pulse(String where, Said state) throws DeviceAway {
        Status status = word(where, Status.values(), Status::word, state.text("status"));
        Media media = word(where, Media.values(), Media::word, state.text("media"));
        Map<Spot, Media> supplies = new EnumMap<>(Spot.class);
        for (Map.Entry<String, String> told : state.texts("spot-").entrySet()) {
            supplies.put(
                    word(where, Spot.values(), Spot::word, told.getKey()),
                    word(where, Media.values(), Media::word, told.getValue()));
        }
        String kind = state.text("fault");
        Optional<Fault> fault = kind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fault(
                        word(where, Fault.Kind.values(), Fault.Kind::name, kind), where + ": " + state.text("reason")));
        return new Pulse(status, media, supplies, fault);
    }

    private static <T> T word(String where, T[] all, Function<T, String> spelt, String said) throws DeviceAway {
        for (T one : all) {
            if (spelt.apply(one).equals(said)) {
                return one;
            }
        }
        throw new DeviceAway(Fault.Kind.GARBLED, where + ": \"" + said + "\" is no word of a state");
    }
}
