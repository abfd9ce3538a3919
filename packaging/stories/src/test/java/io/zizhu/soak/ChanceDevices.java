package io.zizhu.soak;

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
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The devices as one run of the terminal has them; once that has ended, its late calls reach nothing any more. */
class ChanceDevices implements Devices {
    static final Portrait FACE = new Portrait(new byte[] {1, 2, 3});
    private static final Fault GONE = new Fault(Fault.Kind.LOST, "its terminal has ended");
    private static final IdCard CARD = new IdCard(
            IdCard.Kind.CITIZEN,
            "林晓雨",
            IdCard.Sex.FEMALE,
            "01",
            LocalDate.of(2002, 3, 14),
            "训练市样本区自助路3号",
            "990102200203141027",
            "训练市公安局样本分局",
            LocalDate.of(2022, 3, 14),
            Optional.of(LocalDate.of(2042, 3, 14)),
            Optional.empty());

    private final ChancePad pad;
    private final ChanceTray sheets;
    private final ChanceTray slips;
    private final Random random;
    private volatile boolean over;

    ChanceDevices(ChancePad pad, ChanceTray sheets, ChanceTray slips, long seed) {
        this.pad = pad;
        this.sheets = sheets;
        this.slips = slips;
        this.random = new Random(seed);
    }

    /** The terminal has ended. */
    void gone() {
        over = true;
    }

    synchronized boolean unlucky(int percent) {
        return random.nextInt(100) < percent;
    }

    @Override
    public void begin(String holder) {}

    @Override
    public void end(String holder) {}

    @Override
    public Reading read(Patience patience) {
        return unlucky(3) ? new Reading.Nothing() : new Reading.Card(CARD);
    }

    @Override
    public Look compare(Portrait reference, Patience patience) {
        return unlucky(3)
                ? new Look.Nobody()
                : new Look.Same(new Look.Judgement(.9, .98, "chance", Look.Liveness.NOT_CHECKED), FACE);
    }

    @Override
    public Optional<Portrait> preview() {
        return Optional.of(FACE);
    }

    @Override
    public Set<Way> ways() {
        return Set.of(Way.CARD);
    }

    @Override
    public Optional<Mark> mark(Way way, Patience patience) {
        return over ? Optional.empty() : pad.mark();
    }

    @Override
    public Charge charge(Way way, Amount amount, Patience patience) {
        return over ? new Charge.Failed(GONE) : pad.charge(amount);
    }

    @Override
    public Charge settle(Way way, Mark before, Amount amount, Patience patience) {
        return over ? new Charge.Unknown(GONE) : pad.settle(before);
    }

    @Override
    public Undo reverse(Way way, Receipt receipt, Patience patience) {
        return over ? new Undo.Unknown(GONE) : pad.reverse(receipt);
    }

    @Override
    public Undo refund(Way way, Receipt receipt, Patience patience) {
        return new Undo.Refused("card needed");
    }

    @Override
    public DayEnd endOfDay(Way way, Patience patience) {
        return new DayEnd.Refused("nobody closes this day");
    }

    @Override
    public Optional<PayCode> payCode() {
        return Optional.empty();
    }

    @Override
    public Sheet print(String name, byte[] pdf, Patience patience) {
        return over ? new Sheet.Unknown("", GONE) : sheets.print();
    }

    @Override
    public Sheet recall(String name, Patience patience) {
        return new Sheet.Unknown("", new Fault(Fault.Kind.REFUSED, "no such job is known any more"));
    }

    @Override
    public Sheet slip(Slip slip, Patience patience) {
        return over || patience.over() ? new Sheet.Refused(GONE) : slips.print();
    }

    @Override
    public List<DeviceState> states() {
        return Stream.of(DeviceKind.values())
                .map(kind -> new DeviceState(
                        new DeviceId(kind.word()), kind, Status.ONLINE, Media.FULL, Instant.EPOCH, Optional.empty()))
                .toList();
    }

    @Override
    public void reset(DeviceId device) {}
}
