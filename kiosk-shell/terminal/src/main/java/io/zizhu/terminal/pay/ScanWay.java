package io.zizhu.terminal.pay;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.scan.CodeScanner;
import io.zizhu.device.scan.Content;
import io.zizhu.device.scan.Scanned;
import io.zizhu.device.scan.Symbology;
import io.zizhu.service.port.PayOffice;
import java.time.Duration;
import java.util.Optional;

/** The terminal's scanner reads the person's code; it is leased for as long as that takes, and wiped after it. */
final class ScanWay implements Way {
    /** Behind the patience: a lease that ends before its act would leave the code with nobody. */
    private static final Duration SPARE = Duration.ofSeconds(10);

    private final PayOffice office;
    private final Scanners scanners;
    private final Pace pace;

    ScanWay(PayOffice office, Scanners scanners, Pace pace) {
        this.office = office;
        this.scanners = scanners;
        this.pace = pace;
    }

    @Override
    public Ability ability() {
        return Ability.SCAN_CODE;
    }

    @Override
    public void probe() throws DeviceAway {
        if (!scanners.there()) {
            throw new DeviceAway(Fault.Kind.LOST, "no code scanner is there");
        }
    }

    @Override
    public Begun begin(String order, Amount amount, Patience patience) {
        Optional<Lease<CodeScanner>> lease = scanners.lease(patience.left().plus(SPARE));
        if (lease.isEmpty()) {
            return new Begun.Not(new Charge.Failed(new Fault(Fault.Kind.BUSY, "no code scanner is free")));
        }
        Scanned scanned;
        try (Lease<CodeScanner> scanner = lease.get()) {
            scanned = scanner.ask(
                    patience, device -> device.scan(patience), missed -> new Scanned.Failed(missed.fault()));
        }
        return switch (scanned) {
            case Scanned.Code(Symbology kind, Content content) -> take(order, amount, content);
            case Scanned.Nothing() -> new Begun.Not(new Charge.Cancelled());
            case Scanned.Failed(Fault fault) ->
                new Begun.Not(fault.kind() == Fault.Kind.GARBLED ? new Charge.Cancelled() : new Charge.Failed(fault));
        };
    }

    private Begun take(String order, Amount amount, Content content) {
        try {
            return new Begun.Under(office.scan(order, amount, content, pace.ask()));
        } finally {
            content.wipe();
        }
    }

    @Override
    public void end() {}
}
