package io.zizhu.terminal;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.scan.CodeScanner;
import io.zizhu.service.port.PayOffice;
import io.zizhu.terminal.devices.Keepers;
import io.zizhu.terminal.pay.OrderBook;
import io.zizhu.terminal.pay.QrPayDriver;
import io.zizhu.terminal.pay.Scanners;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Payment by code, put together: the one driver that lives in the terminal, for it needs the line and another device. */
final class CodePay {
    private final Late<Keepers> keepers = new Late<>();
    private final QrPayDriver driver;

    CodePay(PayOffice office, String terminal, InstantSource clock) {
        driver = new QrPayDriver(office, new Leased(keepers), new OrderBook(terminal, clock), clock);
    }

    Driver driver() {
        return driver;
    }

    /** Takes its scanner from these, which are made after the drivers that they keep. */
    Keepers uses(Keepers made) {
        keepers.is(made);
        return made;
    }

    private record Leased(Late<Keepers> keepers) implements Scanners {
        @Override
        public boolean there() {
            return keepers.get().states().stream()
                    .anyMatch(state -> state.kind() == DeviceKind.CODE_SCANNER && state.online());
        }

        @Override
        public Optional<Lease<CodeScanner>> lease(Duration atMost) {
            return keepers.get().lease(DeviceKind.CODE_SCANNER, CodeScanner.class, QrPayDriver.ID, atMost);
        }
    }
}
