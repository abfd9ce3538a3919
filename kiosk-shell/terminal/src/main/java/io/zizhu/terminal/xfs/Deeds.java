package io.zizhu.terminal.xfs;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.cabinet.Cabinet;
import io.zizhu.device.camera.FaceCamera;
import io.zizhu.device.camera.Portrait;
import io.zizhu.device.keep.Lease;
import io.zizhu.device.printer.Sheet;
import io.zizhu.device.scan.CodeScanner;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.terminal.xfs.message.Request;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a client may have done to a device, and when: while the staff maintain, and nobody else has the device. A service's
 * own thread; blocks as long as the patience.
 */
final class Deeds {
    /** How much longer than the patience a lease may last: the keeper's grace. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** A camera's newest frame is up to two seconds old; by now it shows nobody of before. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(3);

    private final Workshop workshop;

    Deeds(Workshop workshop) {
        this.workshop = workshop;
    }

    Answer carryOut(DeviceState device, Request request, Patience patience) {
        Optional<Duration> maintained = workshop.maintenance();
        if (maintained.isEmpty()) {
            return Answer.not(Code.SEQUENCE_ERROR, "citizens are served; commands need the staff to maintain");
        }
        Optional<Lease<? extends Device>> lease =
                workshop.lease(device.id(), patience.left().plus(GRACE));
        if (lease.isEmpty()) {
            return Answer.not(Code.SEQUENCE_ERROR, "somebody else has the device");
        }
        try (var mine = lease.get()) {
            workshop.note(device.id(), request.name());
            return switch (request.name()) {
                case "Printer.PrintNative" -> print(device, request, mine, patience);
                case "BarcodeReader.Read" -> code(mine, patience);
                case "Lights.SetLight" -> lights(request, mine, patience);
                case "Camera.TakePicture" -> picture(maintained.get(), mine, patience);
                default -> reset(device); // every interface's own Reset
            };
        }
    }

    private Answer reset(DeviceState device) {
        workshop.reset(device.id());
        return Answer.done();
    }

    /** What is printed is the terminal's own: nobody puts a text of theirs on certificate paper. */
    private Answer print(DeviceState device, Request request, Lease<? extends Device> lease, Patience patience) {
        if (!request.payload().members().isEmpty()) {
            return Answer.not(
                    Code.UNSUPPORTED_DATA, "only the terminal's own test page is printed, with an empty payload");
        }
        return switch (workshop.testPrint(device.id(), lease, patience)) {
            case Sheet.Out out -> Answer.done();
            case Sheet.Jammed jammed ->
                Answer.error("paperJammed", jammed.fault().toString());
            case Sheet.Refused refused
            when refused.fault().kind() == Fault.Kind.MEDIA ->
                Answer.error(
                        device.media() == Media.JAMMED ? "paperJammed" : "paperOut",
                        refused.fault().toString());
            case Sheet.Refused refused -> trouble(refused.fault(), patience);
            case Sheet.Unknown unknown ->
                Answer.not(Code.HARDWARE_ERROR, "nobody knows whether it came out: " + unknown.fault());
        };
    }

    private static Answer code(Lease<? extends Device> lease, Patience patience) {
        return lease.ask(
                patience,
                device -> device instanceof CodeScanner scanner
                        ? Codes.answer(scanner.scan(patience))
                        : Answer.not(Code.UNSUPPORTED_COMMAND, "this device reads no codes"),
                missed -> trouble(missed.fault(), patience));
    }

    private static Answer lights(Request request, Lease<? extends Device> lease, Patience patience) {
        return lease.ask(
                patience,
                device -> device instanceof Cabinet cabinet
                        ? Lights.set(request.payload(), cabinet, patience)
                        : Answer.not(Code.UNSUPPORTED_COMMAND, "this device has no lamps"),
                missed -> trouble(missed.fault(), patience));
    }

    private static Answer picture(Duration maintained, Lease<? extends Device> lease, Patience patience) {
        if (maintained.compareTo(FORGOTTEN) < 0) {
            return Answer.not(Code.SEQUENCE_ERROR, "what the camera holds may still show a citizen; ask again");
        }
        return lease.ask(
                patience,
                device -> device instanceof FaceCamera camera
                        ? camera.preview()
                                .map(Deeds::file)
                                .orElseGet(() -> Answer.error("cameraInoperable", "no fresh frame"))
                        : Answer.error("cameraNotSupported", "this camera takes no single picture"),
                missed -> trouble(missed.fault(), patience));
    }

    private static Answer file(Portrait picture) {
        return Answer.done(Json.Obj.EMPTY.with("pictureFile", Octets.of(picture.jpeg())));
    }

    private static Answer trouble(Fault fault, Patience patience) {
        if (patience.over() && fault.kind() == Fault.Kind.BUSY) {
            return Answer.not(Code.TIME_OUT, fault.toString());
        }
        return switch (fault.kind()) {
            case LOST, SILENT, MISCONFIGURED, BUSY, MEDIA -> Answer.not(Code.DEVICE_NOT_READY, fault.toString());
            case GARBLED, BROKEN -> Answer.not(Code.HARDWARE_ERROR, fault.toString());
            case REFUSED, MOVED -> Answer.not(Code.USER_ERROR, fault.toString());
        };
    }

    /** The numbers in {@code requestIds}, none for all of them; empty where it is something else. */
    static Optional<Set<Integer>> requestIds(Json.Obj payload) {
        Json given = payload.members().get("requestIds");
        if (given == null || given instanceof Json.Null) {
            return Optional.of(Set.of());
        }
        if (!(given instanceof Json.Arr(var values)) || values.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> ids = new HashSet<>();
        for (Json value : values) {
            if (!(value instanceof Json.Num(double number)) || number != Math.rint(number)) {
                return Optional.empty();
            }
            ids.add((int) number);
        }
        return Optional.of(ids);
    }
}
