package io.zizhu.driver.zvt;

import io.zizhu.device.DeviceAway;
import io.zizhu.driver.zvt.apdu.Apdu;
import java.util.Optional;

/** A line to a pad that carries whole APDUs. Used by the owner thread; {@link #close} by any. */
interface Wire extends AutoCloseable {
    /** What faults call it, such as {@code 10.0.0.7:20007}. */
    String place();

    void send(Apdu apdu) throws DeviceAway;

    /** The next message of the pad; empty where none is whole within that time. */
    Optional<Apdu> receive(long millis) throws DeviceAway;

    /** Says something that no answer is waited for; any thread, while nobody else speaks. */
    void farewell(Apdu apdu) throws DeviceAway;

    @Override
    void close();
}
