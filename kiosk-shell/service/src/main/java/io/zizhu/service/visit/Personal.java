package io.zizhu.service.visit;

import io.zizhu.device.camera.Look;
import io.zizhu.device.card.Reading;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Event;
import io.zizhu.service.port.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pictures and fingers that came into a visit, also those that it did not keep: overwritten when it ends, whichever way
 * it ends. The counter's thread.
 */
final class Personal {
    private final List<Runnable> buffers = new ArrayList<>();

    void took(Event event) {
        buffer(event).ifPresent(buffers::add);
    }

    void wipe() {
        buffers.forEach(Runnable::run);
        buffers.clear();
    }

    /** What came when its person had gone. */
    static void wipe(Event late) {
        buffer(late).ifPresent(Runnable::run);
    }

    private static Optional<Runnable> buffer(Event event) {
        return switch (event) {
            case Event.Read(Reading.Card(var card)) -> Optional.of(card::wipe);
            case Event.Registered(Registration.Known known) -> Optional.of(known.portrait()::wipe);
            case Event.Looked(Look.Same same) -> Optional.of(same.still()::wipe);
            case Event.Did(Act.Sign(var signature)) -> Optional.of(signature::wipe);
            case Event.Read _,
                    Event.Registered _,
                    Event.Looked _,
                    Event.Did _,
                    Event.Decided _,
                    Event.Charged _,
                    Event.CodeMade _,
                    Event.Printed _,
                    Event.NotPrintable _,
                    Event.SlipPrinted _,
                    Event.Progressed _,
                    Event.TimedOut _,
                    Event.Closing _ -> Optional.empty();
        };
    }
}
