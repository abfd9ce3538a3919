package io.zizhu.service.flow;

import io.zizhu.device.Fault;
import io.zizhu.device.camera.Look;
import io.zizhu.device.card.Reading;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.printer.Sheet;
import io.zizhu.service.Items;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events at random, half of them fitting the scene, for walks through every corner. */
final class Events {
    private static final Fault FAULT = new Fault(Fault.Kind.SILENT, "test");
    private static final Look.Judgement JUDGED = new Look.Judgement(.9, .9, "test", Look.Liveness.NOT_CHECKED);

    private Events() {}

    static Event any(Random random, Scene scene) {
        return random.nextInt(4) == 0 ? wild(random) : fitting(random, scene);
    }

    private static Event fitting(Random random, Scene scene) {
        return switch (scene) {
            case Scene.Identify _ -> new Event.Read(new Reading.Card(Items.card()));
            case Scene.Face _ -> new Event.Looked(new Look.Same(JUDGED, Items.FACE));
            case Scene.Form _ ->
                did(new Act.Submit(Map.of(
                        "purpose",
                        "work",
                        "area",
                        "abroad",
                        "reason",
                        "damaged",
                        "delivery",
                        "post",
                        "code",
                        "12345678")));
            case Scene.Photo _ -> did(new Act.PickPhoto(random.nextBoolean() ? "live" : "register"));
            case Scene.Sign _ -> did(new Act.Sign(Items.SIGNATURE));
            case Scene.Wait _ -> answer(random);
            case Scene.Pay _ -> new Event.Charged(charge(random));
            case Scene.Issue issue -> issue.printing() ? new Event.Printed(sheet(random)) : did(new Act.Next());
            case Scene.Rate _ -> did(new Act.Rate(random.nextInt(6)));
            default -> did(new Act.Next());
        };
    }

    private static Event wild(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> did(new Act.Back());
            case 1 -> did(new Act.Quit());
            case 2 -> did(new Act.Next());
            case 3 -> new Event.TimedOut();
            case 4 -> new Event.Read(new Reading.Failed(FAULT));
            case 5 -> new Event.Looked(new Look.Different(JUDGED));
            case 6 -> new Event.Charged(charge(random));
            case 7 -> new Event.Printed(sheet(random));
            case 8 -> new Event.SlipPrinted(sheet(random));
            case 9 -> did(new Act.Edit("purpose"));
            case 10 -> new Event.Closing();
            default -> answer(random);
        };
    }

    private static Event did(Act act) {
        return new Event.Did(act);
    }

    private static Event answer(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Event.Registered(new Registration.Away("test"));
            case 1, 2 -> new Event.Registered(new Registration.Known(true, Items.FACE));
            case 3 -> new Event.Decided(new Decision.Away("test"));
            case 4 -> new Event.Decided(new Decision.Granted("C-1", Items.CERTIFICATE));
            case 5 -> new Event.Decided(new Decision.ToOfficer("C-1"));
            case 6 -> new Event.Progressed(new Progress.Found("C-1", List.of()));
            default -> new Event.Decided(new Decision.Accepted("C-1", "12345678", 2000));
        };
    }

    private static Charge charge(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Charge.Declined("6C");
            case 1 -> new Charge.Cancelled();
            case 2 -> new Charge.Failed(FAULT);
            case 3 -> new Charge.Unknown(FAULT);
            default -> new Charge.Approved(new Receipt("T1", "7", "9", Amount.fen(2000), "****1234"));
        };
    }

    private static Sheet sheet(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Sheet.Refused(FAULT);
            case 1 -> new Sheet.Jammed("1", FAULT);
            case 2 -> new Sheet.Unknown("1", FAULT);
            default -> new Sheet.Out("1", 1);
        };
    }
}
