package io.zizhu.terminal.xfs;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.profile.Ability;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the services need of the terminal; it keeps the books, they keep the protocol. Any thread. */
public interface Workshop {
    /** Every bound device as last seen. */
    List<DeviceState> states();

    /** The id of the driver that plays the device; empty where it is not bound (any more). */
    String driver(DeviceId device);

    /** Of the live device; none while it is away. */
    Set<Ability> abilities(DeviceId device);

    /** How long the staff have had the terminal out of service to work on it; empty while they have not. */
    Optional<Duration> maintenance();

    /** The device for a command alone; empty where somebody else has it. */
    Optional<Lease<? extends Device>> lease(DeviceId device, Duration atMost);

    /** Writes down what is about to be done and by whom it was asked, before it is done. */
    void note(DeviceId device, String command);

    /** Closes the device and opens it afresh. */
    void reset(DeviceId device);

    /** Prints the terminal's own test page or slip, and counts the paper; {@code Refused} where it prints nothing. */
    Sheet testPrint(DeviceId device, Lease<? extends Device> lease, Patience patience);
}
