package io.zizhu.driver.sam;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.Patience;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.Reading;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Reads one card through whatever {@code umockdev-run} plays to this process, and prints how it went. */
final class SamReplay {
    private SamReplay() {}

    @SuppressWarnings("SystemOut") // a main: what it prints is read by the test
    public static void main(String[] arguments) throws DeviceAway {
        Binding binding = new Binding(new DeviceId("id-reader"), "sam-usb", Map.of());
        try (CardReader reader = (CardReader) new SamUsbDriver().open(binding)) {
            System.out.println(reader.facts());
            Reading reading = reader.read(Set.of(Ability.READ_FINGERS), Patience.of(Duration.ofSeconds(20)));
            System.out.println(
                    reading instanceof Reading.Card(var card)
                            ? card.kind() + " " + card.more().fingers().size() + " "
                                    + card.more().picture() + " " + card
                            : reading);
        }
    }
}
