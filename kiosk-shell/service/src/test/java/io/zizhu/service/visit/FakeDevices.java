package io.zizhu.service.visit;

import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Status;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.Reading;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.Slip;
import io.zizhu.service.Items;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Devices that do what they are told; the pad keeps books, so that tests can count the money. */
public class FakeDevices implements Devices {
    private static final Fault LOST = new Fault(Fault.Kind.LOST, "test");

    /** What the pad does with a charge. */
    enum Pad {
        APPROVES,
        DECLINES,
        APPROVES_BUT_LINK_LOST,
        /** As before, and its plug is put back only after two questions. */
        COMES_BACK_LATE,
        LINK_LOST_BEFORE,
        FORGETS
    }

    private final List<Receipt> books = new ArrayList<>();
    private final List<Receipt> reversed = new ArrayList<>();
    volatile Pad pad = Pad.APPROVES;
    volatile boolean cardThere = true;
    /** While true the reader reads, whoever has given up meanwhile. */
    volatile boolean holdReader;

    volatile IdCard card = Items.card();
    /** What the camera takes of whoever stands before it. */
    volatile Portrait still = Items.FACE;

    volatile boolean reversalRefused;
    /** What the pad says to a refund. */
    volatile Undo refunded = new Undo.Failed(new Fault(Fault.Kind.REFUSED, "no refund"));

    volatile int refunds;
    /** Where the pad's count stands before its first payment. */
    volatile String firstReceipt = "";
    /** What the pad is made to answer to a charge, whatever it did. */
    volatile @Nullable Charge says;
    /** While true the pad is asked and does not answer. */
    volatile boolean holdPad;

    volatile boolean charging;
    /** How one can pay. */
    volatile Set<Way> ways = Set.of(Way.CARD);
    /** The way that fails before anything is begun. */
    volatile @Nullable Way wayAway;

    volatile Optional<Way> paidBy = Optional.empty();
    volatile Optional<PayCode> shown = Optional.empty();
    volatile Status reader = Status.ONLINE;
    /** What the pad answers at the end of its day. */
    public volatile DayEnd dayEnd = new DayEnd.Closed(List.of());

    /** While true a slip ends in a bug. */
    volatile boolean slipBreaks;

    volatile int sheets;
    /** What the printer says of a certificate. */
    volatile Sheet printed = new Sheet.Out("1", 1);

    private int questions;
    /** Who has the devices; empty between visits. */
    volatile Optional<String> holder = Optional.empty();

    @Override
    public DayEnd endOfDay(Way way, Patience patience) {
        return dayEnd;
    }

    @Override
    public void begin(String who) {
        if (holder.isPresent()) {
            throw new IllegalStateException(holder.get() + " did not let go of the devices");
        }
        holder = Optional.of(who);
    }

    @Override
    public void end(String who) {
        holder = holder.filter(has -> !has.equals(who));
    }

    @Override
    public Reading read(Patience patience) {
        while (holdReader || (!cardThere && !patience.over())) {
            LockSupport.parkNanos(1_000_000);
        }
        return cardThere ? new Reading.Card(card) : new Reading.Nothing();
    }

    @Override
    public Look compare(Portrait reference, Patience patience) {
        return new Look.Same(new Look.Judgement(.9, .98, "test", Look.Liveness.NOT_CHECKED), still);
    }

    @Override
    public Optional<Portrait> preview() {
        return Optional.of(Items.FACE);
    }

    @Override
    public Set<Way> ways() {
        return ways;
    }

    @Override
    public Optional<PayCode> payCode() {
        return shown;
    }

    @Override
    public synchronized Optional<Mark> mark(Way way, Patience patience) {
        return Optional.of(
                new Mark("T1", books.isEmpty() ? firstReceipt : books.getLast().number(), ""));
    }

    @Override
    public Charge charge(Way way, Amount amount, Patience patience) {
        paidBy = Optional.of(way);
        charging = true;
        if (way == Way.CODE) {
            shown = Optional.of(new PayCode("https://pay.example/7f", amount, Instant.EPOCH));
        }
        while (holdPad && !(way == Way.CODE && patience.over())) {
            LockSupport.parkNanos(1_000_000);
        }
        shown = Optional.empty();
        return holdPad ? new Charge.Cancelled() : wayAway == way ? new Charge.Failed(LOST) : booked(amount);
    }

    private synchronized Charge booked(Amount amount) {
        Charge told = says;
        if (told != null) {
            return told;
        }
        Receipt receipt = new Receipt("T1", String.valueOf(books.size() + 1), "9", amount, "****1234");
        return switch (pad) {
            case APPROVES -> {
                books.add(receipt);
                yield new Charge.Approved(receipt);
            }
            case APPROVES_BUT_LINK_LOST, COMES_BACK_LATE, FORGETS -> {
                books.add(receipt);
                yield new Charge.Unknown(LOST);
            }
            case DECLINES -> new Charge.Declined("6C");
            case LINK_LOST_BEFORE -> new Charge.Unknown(LOST);
        };
    }

    @Override
    public synchronized Charge settle(Way way, Mark before, Amount amount, Patience patience) {
        if (pad == Pad.FORGETS || (pad == Pad.COMES_BACK_LATE && questions++ < 2)) {
            return new Charge.Unknown(LOST);
        }
        String last = books.isEmpty() ? "" : books.getLast().number();
        return last.equals(before.receipt()) ? new Charge.Cancelled() : new Charge.Approved(books.getLast());
    }

    @Override
    public synchronized Undo reverse(Way way, Receipt receipt, Patience patience) {
        if (reversalRefused) {
            return new Undo.Refused("B5");
        }
        reversed.add(receipt);
        return new Undo.Done(receipt.number());
    }

    @Override
    public synchronized Undo refund(Way way, Receipt receipt, Patience patience) {
        refunds++;
        return refunded;
    }

    public synchronized int charged() {
        return books.size();
    }

    synchronized int givenBack() {
        return reversed.size();
    }

    /** The printer of slips has no paper, and waits for some. */
    volatile boolean outOfPaper;

    /** How long the slips that ended were waited for. */
    final List<Patience> slips = new CopyOnWriteArrayList<>();

    @Override
    public Sheet print(String name, byte[] pdf, Patience patience) {
        sheets++;
        return printed;
    }

    /** What became of the sheet that was printing when the power failed. */
    volatile Sheet recalled = new Sheet.Unknown("", new Fault(Fault.Kind.REFUSED, "test"));

    /** The names of sheets that were asked for. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public Sheet recall(String name, Patience patience) {
        asked.add(name);
        return recalled;
    }

    @Override
    public Sheet slip(Slip slip, Patience patience) {
        if (slipBreaks) {
            throw new IllegalStateException("test");
        }
        while (outOfPaper && !patience.over()) {
            LockSupport.parkNanos(1_000_000);
        }
        slips.add(patience);
        return outOfPaper ? new Sheet.Jammed("", LOST) : new Sheet.Out("", 1);
    }

    @Override
    public List<DeviceState> states() {
        List<DeviceState> states = new ArrayList<>();
        for (DeviceKind kind : DeviceKind.values()) {
            if (kind != DeviceKind.FINGER_READER) {
                Status status = kind == DeviceKind.ID_READER ? reader : Status.ONLINE;
                states.add(new DeviceState(
                        new DeviceId(kind.word()), kind, status, Media.FULL, Instant.EPOCH, Optional.empty()));
            }
        }
        return states;
    }

    @Override
    public void reset(DeviceId device) {
        reader = Status.ONLINE;
    }
}
