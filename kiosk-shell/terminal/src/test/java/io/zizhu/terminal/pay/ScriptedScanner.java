package io.zizhu.terminal.pay;

import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.profile.Profile;
import io.zizhu.device.scan.CodeScanner;
import io.zizhu.device.scan.Content;
import io.zizhu.device.scan.Scanned;
import io.zizhu.device.scan.Symbology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A code scanner inside a keeper, before which somebody holds a code or not. */
final class ScriptedScanner implements Driver, Scanners, AutoCloseable {
    private static final Binding BINDING = new Binding(new DeviceId("code-scanner"), "scripted", Map.of());

    final Keeper<CodeScanner> keeper;
    volatile Optional<String> held = Optional.of("281234567890123456");
    volatile Optional<Content> given = Optional.empty();
    volatile boolean pulled;
    volatile boolean asked;

    ScriptedScanner() {
        keeper = new Keeper<>(CodeScanner.class, this, BINDING, InstantSource.system(), _ -> {});
    }

    @Override
    public boolean there() {
        return keeper.state().online();
    }

    @Override
    public Optional<Lease<CodeScanner>> lease(Duration atMost) {
        return keeper.lease("qr-pay", atMost);
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.CODE_SCANNER;
    }

    @Override
    public Profile profile() {
        return new Profile("none", List.of(), Set.of(), "is itself a test");
    }

    @Override
    public Device open(Binding binding) throws DeviceAway {
        look();
        return new Scanner();
    }

    private void look() throws DeviceAway {
        if (pulled) {
            throw new DeviceAway(Fault.Kind.LOST, "pulled");
        }
    }

    @Override
    public void close() {
        keeper.close();
    }

    private final class Scanner implements CodeScanner {
        @Override
        public Scanned scan(Patience patience) throws DeviceAway {
            asked = true;
            while (!patience.over()) {
                look();
                if (held.isPresent()) {
                    Content content = Content.of(held.get());
                    given = Optional.of(content);
                    return new Scanned.Code(Symbology.QR, content);
                }
                LockSupport.parkNanos(2_000_000L);
            }
            return new Scanned.Nothing();
        }

        @Override
        public Pulse pulse() throws DeviceAway {
            look();
            return Pulse.well(Media.NOT_SUPPORTED);
        }

        @Override
        public void close() {}
    }
}
