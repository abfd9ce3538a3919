package io.zizhu.device.dispense;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;

/**
 * Takes a person's travel permit in, prints an endorsement on it and writes its chip, and gives it back (签注机). The card
 * belongs to the person: from {@link Taken.In} on, every way ends with {@link #giveBack} and {@link #awaitTaken}.
 */
public interface EndorsementMachine extends Device, Presenter {
    /** Waits for a card in the slot, draws it in and reads its number. Owner thread. */
    Taken takeIn(Patience patience) throws DeviceAway;

    /** Prints and writes the card that is in the machine, once. Owner thread. */
    Endorsed endorse(Endorsement endorsement, Patience patience) throws DeviceAway;

    /** Brings the card in the machine to the exit. Owner thread. */
    Handover giveBack(Patience patience) throws DeviceAway;
}
