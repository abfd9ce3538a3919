package io.zizhu.service.visit;

import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.Items;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A centre that says yes, can be away, and remembers what it was told (by several threads). */
final class FakeCentre implements Centre {
    final Set<String> paid = ConcurrentHashMap.newKeySet();
    final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    final Set<String> abandoned = ConcurrentHashMap.newKeySet();
    final Set<String> inquiries = ConcurrentHashMap.newKeySet();
    volatile boolean away;
    /** Why it refuses payments; empty where it takes them. */
    volatile String refusal = "";
    /** What the register has of whoever is asked for. */
    volatile Portrait portrait = Items.FACE;

    @Override
    public boolean there() {
        return !away;
    }

    @Override
    public Registration register(IdCard card) {
        return away ? new Registration.Away("test") : new Registration.Known(true, portrait);
    }

    @Override
    public Decision decide(Application application) {
        return away ? new Decision.Away("test") : new Decision.Granted("C-1", Items.CERTIFICATE);
    }

    @Override
    public Decision accept(Application application) {
        return away ? new Decision.Away("test") : new Decision.Accepted("C-1", "12345678", 2000);
    }

    @Override
    public Told paid(String caseNumber, Receipt receipt) {
        if (away) {
            return new Told.Away();
        }
        if (!refusal.isEmpty()) {
            return new Told.Refused(refusal);
        }
        paid.add(caseNumber);
        return new Told.Heard();
    }

    @Override
    public Told withdrawn(String caseNumber, String reason, boolean givenBack) {
        if (!away) {
            withdrawn.add(caseNumber);
        }
        return away ? new Told.Away() : new Told.Heard();
    }

    @Override
    public Told abandoned(String key, String reason) {
        if (!away) {
            abandoned.add(key);
        }
        return away ? new Told.Away() : new Told.Heard();
    }

    @Override
    public Told inquiry(String caseNumber, String what) {
        if (!away) {
            inquiries.add(caseNumber + " " + what);
        }
        return away ? new Told.Away() : new Told.Heard();
    }

    @Override
    public Progress progress(String code, IdCard card) {
        return new Progress.Found("C-1", List.of());
    }
}
