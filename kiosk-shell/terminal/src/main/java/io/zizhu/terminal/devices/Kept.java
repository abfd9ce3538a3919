package io.zizhu.terminal.devices;

import io.zizhu.device.Change;
import io.zizhu.device.Device;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.Driver;
import io.zizhu.device.cabinet.Cabinet;
import io.zizhu.device.camera.DocumentCamera;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.card.CardReader;
import io.zizhu.device.dispense.Dispenser;
import io.zizhu.device.dispense.EndorsementMachine;
import io.zizhu.device.dispense.Locker;
import io.zizhu.device.finger.FingerReader;
import io.zizhu.device.keep.Keeper;
import io.zizhu.device.passport.PassportReader;
import io.zizhu.device.pay.PayPad;
import io.zizhu.device.power.Ups;
import io.zizhu.device.printer.SheetPrinter;
import io.zizhu.device.printer.SlipPrinter;
import io.zizhu.device.scan.CodeScanner;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** One device with its keeper, under the contract of its kind. */
record Kept<D extends Device>(Drivers.Bound bound, Class<D> contract, Keeper<D> keeper) {
    static Kept<? extends Device> of(
            Drivers.Bound bound, Driver driver, InstantSource clock, Consumer<Change> listener) {
        return keep(bound, contract(bound.kind()), driver, clock, listener);
    }

    private static <D extends Device> Kept<D> keep(
            Drivers.Bound bound, Class<D> contract, Driver driver, InstantSource clock, Consumer<Change> listener) {
        return new Kept<>(bound, contract, new Keeper<>(contract, driver, bound.binding(), clock, listener));
    }

    private static Class<? extends Device> contract(DeviceKind kind) {
        return switch (kind) {
            case ID_READER -> CardReader.class;
            case FACE_CAMERA -> FaceCamera.class;
            case DOCUMENT_CAMERA -> DocumentCamera.class;
            case CERTIFICATE_PRINTER -> SheetPrinter.class;
            case RECEIPT_PRINTER -> SlipPrinter.class;
            case PAY_PAD, QR_PAY -> PayPad.class;
            case CODE_SCANNER -> CodeScanner.class;
            case CABINET -> Cabinet.class;
            case UPS -> Ups.class;
            case PASSPORT_READER -> PassportReader.class;
            case FINGER_READER -> FingerReader.class;
            case CARD_DISPENSER -> Dispenser.class;
            case ENDORSEMENT_MACHINE -> EndorsementMachine.class;
            case LOCKER -> Locker.class;
        };
    }

    /** The keeper, where it keeps devices of this contract. */
    @SuppressWarnings("unchecked") // the contract is the keeper's own
    <E extends Device> Optional<Keeper<E>> as(DeviceKind kind, Class<E> wanted) {
        return bound.kind() == kind && contract == wanted ? Optional.of((Keeper<E>) keeper) : Optional.empty();
    }
}
