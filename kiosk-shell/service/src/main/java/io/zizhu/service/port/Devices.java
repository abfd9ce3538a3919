package io.zizhu.service.port;

import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.Reading;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.Diagnosis;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The devices of this terminal by what they are for. Every call blocks at most as long as its patience (and the
 * keeper's grace) and answers trouble with the outcome's own case; any thread.
 */
public interface Devices {
    /**
     * From now on every device that is asked belongs to this holder alone.
     *
     * @param holder the visit, or who tests; never personal data
     */
    void begin(String holder);

    /** The holder goes: its devices are free again, and forget what they kept of a person. Nothing where it holds none. */
    void end(String holder);

    Reading read(Patience patience);

    Look compare(Portrait reference, Patience patience);

    /** The newest picture of the person before the kiosk, for their own preview. */
    Optional<Portrait> preview();

    /** The ways of paying that can be begun now; empty where none can. */
    Set<Way> ways();

    /** Empty where the way is not open: then nothing may be charged. */
    Optional<Mark> mark(Way way, Patience patience);

    Charge charge(Way way, Amount amount, Patience patience);

    Charge settle(Way way, Mark before, Amount amount, Patience patience);

    Undo reverse(Way way, Receipt receipt, Patience patience);

    /** Gives the amount back where nobody is there to show the card again; a way that needs it does nothing. */
    Undo refund(Way way, Receipt receipt, Patience patience);

    /** Lets what takes the money try its way to the bank; no money moves. */
    default Diagnosis diagnose(Way way, Patience patience) {
        return new Diagnosis.Failed(new Fault(Fault.Kind.REFUSED, "no " + way.word() + " can be asked here"));
    }

    /** What the person shall scan from the screen just now. */
    Optional<PayCode> payCode();

    Sheet print(String name, byte[] pdf, Patience patience);

    /** What became of the last print of this name, whose number was lost; what has not ended of it is taken back. */
    Sheet recall(String name, Patience patience);

    Sheet slip(Slip slip, Patience patience);

    /** Hands the pad's day over, so that it counts anew; from then on an undo is a refund. */
    DayEnd endOfDay(Way way, Patience patience);

    /** Every bound device as last seen. */
    List<DeviceState> states();

    /** Closes and opens the device afresh, as staff ask for it. */
    void reset(DeviceId device);
}
