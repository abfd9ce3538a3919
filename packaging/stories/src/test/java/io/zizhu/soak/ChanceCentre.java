package io.zizhu.soak;

import io.zizhu.device.card.IdCard;
import io.zizhu.device.pay.Receipt;
import io.zizhu.service.port.Application;
import io.zizhu.service.port.Centre;
import io.zizhu.service.port.Certificate;
import io.zizhu.service.port.Decision;
import io.zizhu.service.port.Progress;
import io.zizhu.service.port.Registration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A centre that is away now and then, and whose books are compared with the pad's. Its own monitor guards it. */
final class ChanceCentre implements Centre {
    static final long FEE = 2000;

    private final Random random;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> paid = new HashMap<>();
    private boolean steady;
    private int cases;

    ChanceCentre(long seed) {
        this.random = new Random(seed);
    }

    private boolean away() {
        return !steady && random.nextInt(100) < 4;
    }

    /** While true it is never away. */
    synchronized void steady(boolean on) {
        steady = on;
    }

    /** Fen of all cases that are pursued and paid. */
    synchronized long paid() {
        return FEE * paid.size();
    }

    /** The receipts of those. */
    synchronized Set<String> receipts() {
        return new TreeSet<>(paid.values());
    }

    @Override
    public boolean there() {
        return true;
    }

    @Override
    public synchronized Registration register(IdCard card) {
        return away() ? new Registration.Away("by chance") : new Registration.Known(true, ChanceDevices.FACE);
    }

    @Override
    public synchronized Decision decide(Application application) {
        String number = number(application);
        return away()
                ? new Decision.Away("by chance")
                : new Decision.Granted(
                        number,
                        new Certificate(
                                application.item(),
                                "ZM" + number,
                                LocalDate.of(2026, 11, 21),
                                List.of(new Certificate.Fact("name", "林晓雨")),
                                "seal",
                                true));
    }

    @Override
    public synchronized Decision accept(Application application) {
        String number = number(application);
        return away() ? new Decision.Away("by chance") : new Decision.Accepted(number, "12345678", FEE);
    }

    /** Also where the answer gets lost. */
    private String number(Application application) {
        return keys.computeIfAbsent(application.key(), _ -> "C" + ++cases);
    }

    @Override
    public synchronized Told paid(String caseNumber, Receipt receipt) {
        if (away()) {
            return new Told.Away();
        }
        paid.put(caseNumber, receipt.number());
        return new Told.Heard();
    }

    @Override
    public synchronized Told withdrawn(String caseNumber, String reason, boolean givenBack) {
        if (away()) {
            return new Told.Away();
        }
        paid.remove(caseNumber);
        return new Told.Heard();
    }

    @Override
    public synchronized Told abandoned(String key, String reason) {
        if (away()) {
            return new Told.Away();
        }
        paid.remove(keys.getOrDefault(key, ""));
        return new Told.Heard();
    }

    @Override
    public synchronized Told inquiry(String caseNumber, String what) {
        return away() ? new Told.Away() : new Told.Heard();
    }

    @Override
    public Progress progress(String code, IdCard card) {
        return new Progress.NotFound();
    }
}
