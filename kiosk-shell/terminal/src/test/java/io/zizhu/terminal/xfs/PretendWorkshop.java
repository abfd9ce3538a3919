package io.zizhu.terminal.xfs;

import io.zizhu.device.Binding;
import io.zizhu.device.Change;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Driver;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.Spot;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.Reading;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.keep.Rhythm;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.device.profile.Ability;
import io.zizhu.device.profile.Profile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** Three devices that tests unplug and hold up, each in a real keeper, and a staff that tests let in and out. */
final class PretendWorkshop implements Workshop, AutoCloseable {
    private static final Rhythm FAST = new Rhythm(
            List.of(Duration.ofMillis(10)),
            Duration.ofMillis(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            new Rhythm.Flapping(1000, Duration.ofSeconds(1), Duration.ofSeconds(1)));

    volatile Optional<Duration> maintenance = Optional.empty();
    volatile boolean unplugged;
    volatile boolean holding;
    final CountDownLatch begun = new CountDownLatch(1);
    final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<Keeper<? extends Device>> keepers;

    PretendWorkshop(Consumer<Change> listener) {
        keepers = List.of(
                keep(CardReader.class, DeviceKind.ID_READER, this::reader, listener),
                keep(SlipPrinter.class, DeviceKind.RECEIPT_PRINTER, this::printer, listener),
                keep(FaceCamera.class, DeviceKind.FACE_CAMERA, this::camera, listener));
    }

    private interface Opening {
        Device open() throws DeviceAway;
    }

    private static <D extends Device> Keeper<D> keep(
            Class<D> contract, DeviceKind kind, Opening opening, Consumer<Change> listener) {
        Driver driver = new Driver() {
            @Override
            public String id() {
                return "pretended";
            }

            @Override
            public DeviceKind kind() {
                return kind;
            }

            @Override
            public Profile profile() {
                return new Profile("none", List.of(), Set.of(), "here");
            }

            @Override
            public Device open(Binding binding) throws DeviceAway {
                return opening.open();
            }
        };
        Binding binding = new Binding(new DeviceId(kind.word()), "pretended", Map.of());
        return new Keeper<>(contract, driver, binding, InstantSource.system(), listener, FAST);
    }

    private Device reader() {
        return new CardReader() {
            @Override
            public Reading read(Patience patience) {
                throw new AssertionError("nobody outside may have a card read");
            }

            @Override
            public Pulse pulse() {
                return Pulse.well(Media.NOT_PRESENT);
            }

            @Override
            public void close() {}
        };
    }

    private Device printer() throws DeviceAway {
        there();
        return new SlipPrinter() {
            @Override
            public Sheet print(Slip slip, Patience patience) {
                begun.countDown();
                while (holding && !patience.over()) {
                    Thread.onSpinWait();
                }
                return patience.over()
                        ? new Sheet.Refused(new Fault(Fault.Kind.BUSY, "given up"))
                        : new Sheet.Out("1", 1);
            }

            @Override
            public Set<Ability> abilities() {
                return Set.of(Ability.CUT);
            }

            @Override
            public Pulse pulse() throws DeviceAway {
                there();
                return Pulse.well(Media.FULL).with(Map.of(Spot.PAPER, Media.FULL));
            }

            @Override
            public void close() {}
        };
    }

    private Device camera() {
        return new FaceCamera() {
            @Override
            public Look compare(Portrait reference, Patience patience) {
                throw new AssertionError("nobody outside may have faces compared");
            }

            @Override
            public Optional<Portrait> preview() {
                return Optional.of(new Portrait(new byte[] {1, 2, 3}));
            }

            @Override
            public Pulse pulse() {
                return Pulse.well(Media.NOT_SUPPORTED);
            }

            @Override
            public void close() {}
        };
    }

    private void there() throws DeviceAway {
        if (unplugged) {
            throw new DeviceAway(Fault.Kind.LOST, "unplugged");
        }
    }

    private Keeper<? extends Device> keeper(DeviceId device) {
        return keepers.stream()
                .filter(each -> each.state().id().equals(device))
                .findFirst()
                .orElseThrow();
    }

    void awaitBegun() throws InterruptedException {
        if (!begun.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("nothing was printed");
        }
    }

    @Override
    public List<DeviceState> states() {
        return keepers.stream().map(Keeper::state).toList();
    }

    @Override
    public String driver(DeviceId device) {
        return keeper(device).binding().driver();
    }

    @Override
    public Set<Ability> abilities(DeviceId device) {
        return keeper(device).peek(Device::abilities).orElse(Set.of());
    }

    @Override
    public Optional<Duration> maintenance() {
        return maintenance;
    }

    @Override
    public Optional<Lease<? extends Device>> lease(DeviceId device, Duration atMost) {
        return keeper(device).lease("xfs", atMost).map(Function.identity());
    }

    @Override
    public void note(DeviceId device, String command) {
        notes.add(device + " " + command);
    }

    @Override
    public void reset(DeviceId device) {
        keeper(device).reset();
    }

    @Override
    public Sheet testPrint(DeviceId device, Lease<? extends Device> lease, Patience patience) {
        return lease.ask(
                patience,
                live -> ((SlipPrinter) live).print(new Slip(List.of()), patience),
                missed -> new Sheet.Refused(missed.fault()));
    }

    @Override
    public void close() {
        keepers.forEach(Keeper::close);
    }
}
