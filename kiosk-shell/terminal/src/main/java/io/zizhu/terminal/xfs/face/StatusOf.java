package io.zizhu.terminal.xfs.face;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.wire.json.Json;
import java.util.Optional;
import java.util.Set;

/**
 * The payload of {@code Common.Status} from both axes of a device. A property that the device cannot tell is left out; a
 * spot that it told before and tells no longer is {@code unknown} (auxiliaries have no such word: theirs is left out).
 *
 * <p>Sections and words checked against {@code CommonSchemas_g.cs}, {@code CardReaderSchemas_g.cs},
 * {@code PrinterSchemas_g.cs}, {@code BarcodeReaderSchemas_g.cs}, {@code CameraSchemas_g.cs},
 * {@code BiometricSchemas_g.cs} and {@code AuxiliariesSchemas_g.cs} of {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}. Where
 * its text and its enum differ (a camera is {@code inoperative} in the text, {@code Inop} in the enum) the enum counts,
 * because it is what goes over its wire.
 */
public final class StatusOf {
    private StatusOf() {}

    /** @param told every spot that the device has told since it was bound */
    public static Json.Obj device(DeviceState state, Set<Spot> told) {
        Json.Obj status = Json.Obj.EMPTY.with(
                "common", Json.Obj.EMPTY.with("device", state.status().word()));
        Face face = Face.of(state.kind());
        Json.Obj section =
                switch (face) {
                    case CARD_READER -> card(state, told);
                    case PRINTER, ENDORSER -> printer(state, told);
                    case BARCODE_READER -> Json.Obj.EMPTY.with("scanner", works(state, "on", "inoperative"));
                    case CAMERA ->
                        Json.Obj.EMPTY.with(
                                "cameras", Json.Obj.EMPTY.with(camera(state.kind()), works(state, "ok", "inop")));
                    case BIOMETRIC -> finger(state, told);
                    case AUXILIARIES -> power(state, told);
                    case CABINET -> cabinet(state, told);
                    case COMMON -> Json.Obj.EMPTY;
                };
        return section.members().isEmpty() ? status : status.with(face.section(), section);
    }

    /** The name of a camera's place; {@code document} is our own, the standard knows room, person and exitSlot. */
    static String camera(DeviceKind kind) {
        return kind == DeviceKind.DOCUMENT_CAMERA ? "document" : "person";
    }

    private static Json.Obj card(DeviceState state, Set<Spot> told) {
        Optional<Media> exit = spot(state, told, Spot.EXIT);
        if (exit.equals(Optional.of(Media.PRESENT))) {
            return Json.Obj.EMPTY.with("media", "entering"); // lies in the slot, for a person to take
        }
        return spot(state, told, Spot.CARD)
                .or(() -> spot(state, told, Spot.DOCUMENT))
                .or(() -> exit)
                .or(() -> main(state))
                .map(media -> Json.Obj.EMPTY.with("media", lies(media)))
                .orElse(Json.Obj.EMPTY);
    }

    private static Json.Obj printer(DeviceState state, Set<Spot> told) {
        Json.Obj printer = spot(state, told, Spot.EXIT)
                .or(() -> spot(state, told, Spot.DOCUMENT))
                .map(media -> Json.Obj.EMPTY.with("media", lies(media)))
                .orElse(Json.Obj.EMPTY);
        Optional<Media> paper = spot(state, told, Spot.PAPER).or(() -> main(state));
        if (paper.isPresent()) {
            printer = printer.with("paper", Json.Obj.EMPTY.with("upper", supply(paper.get())));
        }
        Optional<Media> toner = spot(state, told, Spot.TONER);
        return toner.isPresent() ? printer.with("toner", supply(toner.get())) : printer;
    }

    private static Json.Obj finger(DeviceState state, Set<Spot> told) {
        Json.Obj finger = Json.Obj.EMPTY.with("capture", false); // nothing is kept that could be read from outside
        return spot(state, told, Spot.FINGER)
                .map(media -> finger.with(
                        "subject", media == Media.PRESENT || media == Media.NOT_PRESENT ? media.word() : "unknown"))
                .orElse(finger);
    }

    private static Json.Obj power(DeviceState state, Set<Spot> told) {
        Json.Obj ups = Json.Obj.EMPTY;
        Media battery = spot(state, told, Spot.BATTERY).orElse(Media.UNKNOWN);
        if (battery != Media.UNKNOWN) {
            ups = ups.with("low", battery == Media.OUT); // LOW says only that it is in use
        }
        Media mains = spot(state, told, Spot.MAINS).orElse(Media.UNKNOWN);
        if (mains != Media.UNKNOWN) {
            ups = ups.with("powering", mains != Media.PRESENT);
        }
        return ups.members().isEmpty() ? ups : Json.Obj.EMPTY.with("UPS", ups);
    }

    private static Json.Obj cabinet(DeviceState state, Set<Spot> told) {
        Json.Obj cabinet = Json.Obj.EMPTY;
        Media door = spot(state, told, Spot.DOOR).orElse(Media.UNKNOWN);
        if (door == Media.OPEN || door == Media.CLOSED) {
            cabinet = cabinet.with("cabinetDoor", door.word());
        }
        Media person = spot(state, told, Spot.PERSON).orElse(Media.UNKNOWN);
        return person == Media.PRESENT || person == Media.NOT_PRESENT
                ? cabinet.with("proximitySensor", person.word())
                : cabinet;
    }

    private static Optional<Media> spot(DeviceState state, Set<Spot> told, Spot spot) {
        Media now = state.supplies().get(spot);
        return now != null ? Optional.of(now) : told.contains(spot) ? Optional.of(Media.UNKNOWN) : Optional.empty();
    }

    private static Optional<Media> main(DeviceState state) {
        return state.media() == Media.NOT_SUPPORTED ? Optional.empty() : Optional.of(state.media());
    }

    private static String lies(Media media) {
        return switch (media) {
            case PRESENT, NOT_PRESENT, JAMMED -> media.word();
            case UNKNOWN, NOT_SUPPORTED, FULL, LOW, OUT, OPEN, CLOSED -> "unknown";
        };
    }

    private static String supply(Media media) {
        return switch (media) {
            case FULL, LOW, OUT, JAMMED -> media.word();
            case UNKNOWN, NOT_SUPPORTED, PRESENT, NOT_PRESENT, OPEN, CLOSED -> "unknown";
        };
    }

    private static String works(DeviceState state, String well, String ill) {
        return state.online() ? well : state.status() == Status.HARDWARE_ERROR ? ill : "unknown";
    }
}
