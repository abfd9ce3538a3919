package io.zizhu.driver.training;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.dispense.Endorsed;
import io.zizhu.device.dispense.Endorsement;
import io.zizhu.device.dispense.EndorsementMachine;
import io.zizhu.device.dispense.Handover;
import io.zizhu.device.dispense.Taken;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An endorsement machine on the training line. */
final class TrainingEndorser extends Handing implements EndorsementMachine {
    TrainingEndorser(TrainingLine line) {
        super(line);
    }

    @Override
    public Taken takeIn(Patience patience) throws DeviceAway {
        Said done = line.ask("take-in", Map.of(), patience, Said::wipe);
        try {
            return switch (done.text("outcome")) {
                case "in" -> new Taken.In(done.text("number"));
                case "nothing" -> new Taken.Nothing();
                case "refused" -> new Taken.Failed(refusal(done));
                case "jammed" -> new Taken.Failed(new Fault(Fault.Kind.MEDIA, "the card sticks in the slot"));
                case "busy" -> new Taken.Failed(new Fault(Fault.Kind.BUSY, "the machine does something else"));
                default -> throw line.odd("take-in", done);
            };
        } finally {
            done.wipe();
        }
    }

    @Override
    public Endorsed endorse(Endorsement endorsement, Patience patience) {
        try {
            line.pulse();
        } catch (DeviceAway away) {
            return new Endorsed.Refused(away.fault());
        }
        Map<String, String> with = new LinkedHashMap<>();
        for (String each : endorsement.lines()) {
            with.put("line-" + (with.size() + 1), each);
        }
        with.put("chip", Base64.getEncoder().encodeToString(endorsement.chip()));
        try {
            Said done = line.ask("endorse", with, patience, Said::wipe);
            return switch (done.text("outcome")) {
                case "endorsed" -> new Endorsed.Done();
                case "refused" -> new Endorsed.Refused(refusal(done));
                case "spoilt" -> new Endorsed.Spoilt(new Fault(Fault.Kind.MEDIA, "endorse: " + done.text("reason")));
                case "busy" -> new Endorsed.Refused(new Fault(Fault.Kind.BUSY, "the machine does something else"));
                default -> new Endorsed.Unknown(line.odd("endorse", done).fault());
            };
        } catch (DeviceAway away) {
            return new Endorsed.Unknown(away.fault());
        }
    }

    @Override
    public Handover giveBack(Patience patience) {
        return move("give-back", Map.of(), patience);
    }
}
