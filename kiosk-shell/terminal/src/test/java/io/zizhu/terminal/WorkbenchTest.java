package io.zizhu.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.catalogue.Words;
import io.zizhu.device.Binding;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.device.profile.Profile;
import io.zizhu.service.day.DayClose;
import io.zizhu.service.day.OfficeBooks.OfficeDay;
import io.zizhu.service.item.Shelf;
import io.zizhu.service.stock.Stocktaker;
import io.zizhu.service.stock.Supply;
import io.zizhu.service.upkeep.Badge;
import io.zizhu.service.upkeep.People;
import io.zizhu.service.upkeep.Pin;
import io.zizhu.service.upkeep.StaffRoom;
import io.zizhu.service.upkeep.Upkeep;
import io.zizhu.service.visit.Counter;
import io.zizhu.service.visit.Timing;
import io.zizhu.terminal.centre.BackOffices;
import io.zizhu.terminal.devices.Drivers;
import io.zizhu.terminal.devices.Keepers;
import io.zizhu.terminal.journal.FileMachineKey;
import io.zizhu.terminal.journal.SqliteJournal;
import io.zizhu.terminal.paper.Typesetter;
import io.zizhu.terminal.watch.Edge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The staff, the counter and the workbench as {@code Terminal} ties them together, with one printer. */
class WorkbenchTest {
    private static final DeviceId PRINTER = new DeviceId("receipt-printer");
    private static final Duration LONG = Duration.ofSeconds(10);

    private static Typesetter paper; // its fonts take seconds

    @TempDir
    Path dir;

    private final InstantSource clock = InstantSource.system();
    private SqliteJournal journal;
    private Keepers keepers;
    private Counter counter;
    private StaffRoom staff;
    private Condition condition;
    private Edge edge;
    private Workbench workbench;

    @BeforeAll
    static void lay_out_the_fonts() throws Exception {
        paper = new Typesetter(Typesetter.under(Optional.empty()));
    }

    @BeforeEach
    void furnish() throws Exception {
        journal = SqliteJournal.open(dir.resolve("journal.db"), "t-1", FileMachineKey.at(dir.resolve("key")), clock);
        keepers = new Keepers(new Drivers(List.of(new Slips()), false), clock, change -> {});
        Binding binding = new Binding(PRINTER, "slips", Map.of());
        keepers.bind(List.of(new Drivers.Bound(binding, DeviceKind.RECEIPT_PRINTER)));
        var centre = new BackOffices(
                (question, patience) -> {
                    throw new AssertionError("nobody asks the centre");
                },
                () -> false);
        Shelf shelf = new Shelf(new Words("欢迎", "Welcome"), List.of());
        counter = new Counter(
                () -> shelf, journal, keepers, paper, centre, clock, ZoneId.of("Asia/Shanghai"), Timing.FIELD);
        var stock = new Stocktaker(journal, clock);
        condition = new Condition(keepers, journal, stock, clock, () -> {});
        Pin pin = pin();
        var day = new DayClose(stock, keepers, (from, to, patience) -> new OfficeDay.Away("no line"), clock);
        var house = new StaffRoom.House(() -> {}, counter::idle, shift -> new byte[0], day);
        staff = new StaffRoom(() -> People.alone(pin), stock, keepers, paper, house, clock);
        var shutters = new Shutters(counter::outOfService, counter::closeSoon, counter::inService);
        counter.watch(condition::shown);
        counter.start();
        edge = new Edge("maintenance", Duration.ofMillis(5), staff::maintained, shutters.by(StaffRoom.MAINTENANCE));
        workbench = new Workbench(keepers, paper, stock, condition::maintenance);
    }

    @AfterEach
    void clear() {
        edge.close();
        counter.close();
        keepers.close();
        journal.close();
    }

    private static Pin pin() throws Exception {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec("246810".toCharArray(), salt, 1000, 256))
                .getEncoded();
        return new Pin("PBKDF2WithHmacSHA256", salt, 1000, hash);
    }

    @Test
    void the_workbench_is_open_only_while_the_staff_have_the_terminal_to_themselves() {
        assertEquals(Optional.empty(), workbench.maintenance());
        String key = assertInstanceOf(Upkeep.Entrance.In.class, staff.enter(Badge.of("", "246810")))
                .key();
        assertEquals(Optional.empty(), workbench.maintenance(), "the PIN alone takes nothing out of service");
        staff.maintain(key, true);
        await(() -> workbench.maintenance().isPresent());
        staff.leave(key);
        assertTrue(workbench.maintenance().isPresent(), "who works inside touches no screen");
        String again = assertInstanceOf(Upkeep.Entrance.In.class, staff.enter(Badge.of("", "246810")))
                .key();
        assertTrue(staff.maintained(again));
        staff.maintain(again, false);
        await(() -> workbench.maintenance().isEmpty());
    }

    @Test
    void a_test_print_is_counted_and_written_down_first() throws Exception {
        String key = assertInstanceOf(Upkeep.Entrance.In.class, staff.enter(Badge.of("", "246810")))
                .key();
        assertEquals(new Upkeep.Done.Well(), staff.store(key).load(Supply.ROLL, 80_000));
        await(() -> keepers.states().getFirst().online());
        try (var lease = workbench.lease(PRINTER, LONG).orElseThrow()) {
            assertTrue(workbench.lease(PRINTER, LONG).isEmpty(), "one at a time");
            assertInstanceOf(Sheet.Out.class, workbench.testPrint(PRINTER, lease, Patience.of(LONG)));
        }
        assertTrue(journal.left("roll") < 80_000 && journal.left("roll") > 79_800, "a short slip");
        assertTrue(journal.open().isEmpty());
        assertEquals("slips", workbench.driver(PRINTER));
        assertEquals("", workbench.driver(new DeviceId("another")));
    }

    private static void await(BooleanSupplier fact) {
        long until = System.nanoTime() + LONG.toNanos();
        while (!fact.getAsBoolean()) {
            assertTrue(System.nanoTime() < until, "the fact did not come");
            LockSupport.parkNanos(2_000_000L);
        }
    }

    private static final class Slips implements Driver {
        @Override
        public String id() {
            return "slips";
        }

        @Override
        public DeviceKind kind() {
            return DeviceKind.RECEIPT_PRINTER;
        }

        @Override
        public Profile profile() {
            return new Profile("none", List.of(), Set.of(), "here");
        }

        @Override
        public Device open(Binding binding) {
            return new SlipPrinter() {
                @Override
                public Sheet print(Slip slip, Patience patience) {
                    return new Sheet.Out("1", 1);
                }

                @Override
                public Pulse pulse() {
                    return Pulse.well(Media.FULL);
                }

                @Override
                public void close() {}
            };
        }
    }
}
