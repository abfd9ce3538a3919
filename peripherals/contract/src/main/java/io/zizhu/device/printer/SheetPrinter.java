package io.zizhu.device.printer;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;

/** Prints A4 sheets. */
public interface SheetPrinter extends Device {
    /**
     * Prints one document once and follows it to its end.
     *
     * @param name what the job is called at the printer; never personal data
     */
    Sheet print(String name, byte[] pdf, Patience patience) throws DeviceAway;

    /** Asks what became of an earlier job. */
    Sheet follow(String job, Patience patience) throws DeviceAway;

    /**
     * Finds out what became of the last job that was sent under a name, by whoever knows no number of it, such as after a
     * crash. One that has not ended is taken back, lest it come out when its person has gone.
     *
     * @return {@code Refused} where the printer remembers enough to say that nothing of that name was printed, nor will
     *     be; {@code Unknown} without a job where it does not, with a fault of kind {@code REFUSED} where asking again is
     *     of no use
     */
    default Sheet recall(String name, Patience patience) throws DeviceAway {
        return new Sheet.Unknown("", new Fault(Fault.Kind.REFUSED, "this printer knows no job by its name"));
    }
}
