package io.zizhu.terminal.devices;

import io.zizhu.device.Binding;
import io.zizhu.device.Change;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Look;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.card.Reading;
import io.zizhu.device.keep.Act;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.keep.Missed;
import io.zizhu.device.pay.Amount;
import io.zizhu.device.pay.Charge;
import io.zizhu.device.pay.DayEnd;
import io.zizhu.device.pay.Diagnosis;
import io.zizhu.device.pay.Mark;
import io.zizhu.device.pay.PayCode;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.pay.Receipt;
import io.zizhu.device.pay.Undo;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.device.printer.Slip;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.device.profile.Ability;
import io.zizhu.service.port.Devices;
import io.zizhu.service.port.Way;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The devices of this terminal, one keeper each. Where an act gave no outcome, money and paper tell begun from not
 * begun: what the driver was asked for already may have happened.
 */
public final class Keepers implements Devices, AutoCloseable {
    private final Drivers drivers;
    private final InstantSource clock;
    private final Consumer<Change> listener;
    private final Loans loans = new Loans();
    private volatile List<Kept<?>> kept = List.of();

    /** @param listener hears every change of any device, on that device's own thread; must not block */
    public Keepers(Drivers drivers, InstantSource clock, Consumer<Change> listener) {
        this.drivers = drivers;
        this.clock = clock;
        this.listener = listener;
    }

    /** Lives by these bindings from now on: what is unchanged goes on undisturbed. Nobody may be served meanwhile. */
    public synchronized void bind(List<Drivers.Bound> bindings) {
        List<Kept<?>> before = kept;
        for (Kept<?> old : before) {
            if (!bindings.contains(old.bound())) {
                old.keeper().close(); // its port must be free before another opens it
            }
        }
        List<Kept<?>> now = new ArrayList<>();
        for (Drivers.Bound bound : bindings) {
            Optional<Kept<?>> same =
                    before.stream().filter(old -> old.bound().equals(bound)).findFirst();
            now.add(same.orElseGet(() -> Kept.of(bound, drivers.of(bound.binding()), clock, listener)));
        }
        kept = List.copyOf(now);
    }

    @Override
    public Reading read(Patience patience) {
        return ask(
                DeviceKind.ID_READER,
                CardReader.class,
                patience,
                reader -> reader.read(patience),
                missed -> new Reading.Failed(missed.fault()));
    }

    @Override
    public Look compare(Portrait reference, Patience patience) {
        return ask(
                DeviceKind.FACE_CAMERA,
                FaceCamera.class,
                patience,
                camera -> camera.compare(reference, patience),
                missed -> new Look.Failed(missed.fault()));
    }

    @Override
    public Optional<Portrait> preview() {
        return find(DeviceKind.FACE_CAMERA, FaceCamera.class)
                .flatMap(camera -> camera.peek(FaceCamera::preview))
                .flatMap(Function.identity());
    }

    @Override
    public Set<Way> ways() {
        Set<Way> open = EnumSet.noneOf(Way.class);
        for (Way way : Way.values()) {
            if (payer(way).filter(pad -> pad.state().online()).isPresent()) {
                open.add(way);
            }
        }
        return open;
    }

    @Override
    public Optional<PayCode> payCode() {
        return payer(Way.CODE).flatMap(pad -> pad.peek(PayPad::code)).flatMap(Function.identity());
    }

    @Override
    public Optional<Mark> mark(Way way, Patience patience) {
        return pad(way, patience, pad -> Optional.of(pad.mark(patience)), _ -> Optional.empty());
    }

    @Override
    public Charge charge(Way way, Amount amount, Patience patience) {
        return pad(
                way,
                patience,
                pad -> pad.charge(amount, patience),
                missed -> missed.begun() ? new Charge.Unknown(missed.fault()) : new Charge.Failed(missed.fault()));
    }

    @Override
    public Charge settle(Way way, Mark before, Amount amount, Patience patience) {
        return pad(
                way,
                patience,
                pad -> pad.settle(before, amount, patience),
                missed -> new Charge.Unknown(missed.fault())); // the question was missed, the charge may stand
    }

    @Override
    public Undo reverse(Way way, Receipt receipt, Patience patience) {
        return pad(
                way,
                patience,
                pad -> pad.reverse(receipt, patience),
                missed -> missed.begun() ? new Undo.Unknown(missed.fault()) : new Undo.Failed(missed.fault()));
    }

    @Override
    public Undo refund(Way way, Receipt receipt, Patience patience) {
        return pad(
                way,
                patience,
                pad -> refund(pad, receipt, patience),
                missed -> missed.begun() ? new Undo.Unknown(missed.fault()) : new Undo.Failed(missed.fault()));
    }

    /** A pad that waits for the card would pay whoever comes next. */
    private static Undo refund(PayPad pad, Receipt receipt, Patience patience) throws DeviceAway {
        return pad.abilities().contains(Ability.CARD_FOR_REFUND)
                ? new Undo.Failed(new Fault(
                        Fault.Kind.REFUSED, "the pad refunds only with the card that paid: refund it with its owner"))
                : pad.refund(receipt, patience);
    }

    @Override
    public Diagnosis diagnose(Way way, Patience patience) {
        return pad(way, patience, pad -> pad.diagnose(patience), missed -> new Diagnosis.Failed(missed.fault()));
    }

    @Override
    public Sheet print(String name, byte[] pdf, Patience patience) {
        return ask(
                DeviceKind.CERTIFICATE_PRINTER,
                SheetPrinter.class,
                patience,
                printer -> printer.print(name, pdf, patience),
                Keepers::unprinted);
    }

    @Override
    public Sheet recall(String name, Patience patience) {
        return ask(
                DeviceKind.CERTIFICATE_PRINTER,
                SheetPrinter.class,
                patience,
                printer -> printer.recall(name, patience),
                missed -> new Sheet.Unknown("", missed.fault()));
    }

    @Override
    public Sheet slip(Slip slip, Patience patience) {
        return ask(
                DeviceKind.RECEIPT_PRINTER,
                SlipPrinter.class,
                patience,
                printer -> printer.print(slip, patience),
                Keepers::unprinted);
    }

    private static Sheet unprinted(Missed missed) {
        return missed.begun() ? new Sheet.Unknown("", missed.fault()) : new Sheet.Refused(missed.fault());
    }

    @Override
    public DayEnd endOfDay(Way way, Patience patience) {
        return pad(
                way,
                patience,
                pad -> pad.endOfDay(patience),
                missed -> missed.begun() ? new DayEnd.Unknown(missed.fault()) : new DayEnd.Failed(missed.fault()));
    }

    @Override
    public void begin(String holder) {
        loans.begin(holder);
    }

    @Override
    public void end(String holder) {
        loans.end(holder);
    }

    @Override
    public List<DeviceState> states() {
        return kept.stream().map(each -> each.keeper().state()).toList();
    }

    @Override
    public void reset(DeviceId device) {
        kept(device)
                .orElseThrow(() -> new IllegalArgumentException("no device is called " + device))
                .keeper()
                .reset();
    }

    /** Which driver plays the device, and with what settings; empty where it is not bound. Any thread. */
    public Optional<Binding> binding(DeviceId device) {
        return kept(device).map(each -> each.bound().binding());
    }

    /** What the live device can do; none while it is away. Any thread. */
    public Set<Ability> abilities(DeviceId device) {
        return kept(device)
                .flatMap(each -> each.keeper().peek(Device::abilities))
                .orElse(Set.of());
    }

    private Optional<Kept<?>> kept(DeviceId device) {
        return kept.stream()
                .filter(each -> each.bound().binding().id().equals(device))
                .findFirst();
    }

    /** A device for somebody outside a visit; empty where it is not bound, or somebody has it. Any thread. */
    public Optional<Lease<? extends Device>> lease(DeviceId device, String owner, Duration atMost) {
        return kept(device).flatMap(each -> each.keeper().lease(owner, atMost).map(Function.identity()));
    }

    /** A device of a kind for another device that needs it; empty where none is bound, or somebody has it. Any thread. */
    public <D extends Device> Optional<Lease<D>> lease(
            DeviceKind kind, Class<D> contract, String owner, Duration atMost) {
        return find(kind, contract).flatMap(keeper -> keeper.lease(owner, atMost));
    }

    private <R> R pad(Way way, Patience patience, Act<PayPad, R> act, Function<Missed, R> otherwise) {
        Optional<Keeper<PayPad>> pad = payer(way);
        if (pad.isEmpty()) {
            return otherwise.apply(new Missed(new Fault(Fault.Kind.LOST, "no way to pay by " + way.word()), false));
        }
        return loans.ask(pad.get(), patience, act, otherwise);
    }

    /** The pad, or what shows or scans codes, as it is bound: one that is away could not say what it can do. */
    private Optional<Keeper<PayPad>> payer(Way way) {
        if (way == Way.CARD) {
            return find(DeviceKind.PAY_PAD, PayPad.class);
        }
        String bound = way == Way.CODE ? "show" : "scan";
        return kept.stream()
                .flatMap(each -> each.as(DeviceKind.QR_PAY, PayPad.class).stream())
                .filter(keeper ->
                        keeper.binding().find("way").filter(bound::equals).isPresent())
                .findFirst();
    }

    private <D extends Device, R> R ask(
            DeviceKind kind, Class<D> contract, Patience patience, Act<D, R> act, Function<Missed, R> otherwise) {
        Optional<Keeper<D>> keeper = find(kind, contract);
        if (keeper.isEmpty()) {
            return otherwise.apply(new Missed(new Fault(Fault.Kind.LOST, "no " + kind.word() + " is bound"), false));
        }
        return loans.ask(keeper.get(), patience, act, otherwise);
    }

    /** Of two devices of a kind the one that is online. */
    private <D extends Device> Optional<Keeper<D>> find(DeviceKind kind, Class<D> contract) {
        List<Keeper<D>> fitting =
                kept.stream().flatMap(each -> each.as(kind, contract).stream()).toList();
        return fitting.stream()
                .filter(keeper -> keeper.state().online())
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    @Override
    public synchronized void close() {
        kept.forEach(each -> each.keeper().close());
        kept = List.of();
    }
}
