package io.zizhu.sim.peer;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pretend device at the far end of a real wire, as the bench shows and plays it. Every method: any thread. */
public interface Peer extends AutoCloseable {
    /** The role on the training terminal, such as {@code pay-pad}. */
    String id();

    DeviceKind kind();

    /** The driver that is meant to speak with it, such as {@code zvt-tcp}. */
    String driver();

    /** The settings that the terminal's binding needs, such as {@code host} and {@code port}. */
    Map<String, String> settings();

    Status state();

    /**
     * Does what a person (or bad luck) does to the device.
     *
     * @param act such as {@code present}, {@code tap}, {@code fault}, {@code unplug}
     * @param with the act's arguments
     * @throws Refused where the device knows no such act, or it makes no sense now
     */
    void act(String act, Map<String, String> with) throws Refused;

    /** How it stands beyond {@link #state()}, word by word, such as {@code card: p01 citizen} or {@code paper: out}. */
    default Map<String, String> about() {
        return Map.of();
    }

    /** What a person who looks at it sees now, as a JPEG; empty for devices that the bench page draws by itself. */
    default Optional<byte[]> picture() {
        return Optional.empty();
    }

    /** The last bytes each way. */
    Tape tape();

    /** What came out so far, oldest first; empty for devices that give nothing out. */
    List<Out> out();

    @Override
    void close();
}
