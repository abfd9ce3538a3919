package io.zizhu.terminal.xfs.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.device.profile.Ability;
import io.zizhu.wire.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaceTest {
    @Test
    void every_class_shows_both_axes_in_the_words_of_its_interface() {
        assertEquals(
                "{\"cardReader\":{\"media\":\"notPresent\"},\"common\":{\"device\":\"online\"}}",
                status(DeviceKind.ID_READER, Status.ONLINE, Media.NOT_PRESENT, Map.of()));
        assertEquals(
                "{\"cardReader\":{\"media\":\"entering\"},\"common\":{\"device\":\"online\"}}",
                status(DeviceKind.CARD_DISPENSER, Status.ONLINE, Media.LOW, Map.of(Spot.EXIT, Media.PRESENT)));
        assertEquals(
                "{\"common\":{\"device\":\"online\"},\"printer\":{\"paper\":{\"upper\":\"full\"},\"toner\":\"low\"}}",
                status(
                        DeviceKind.CERTIFICATE_PRINTER,
                        Status.ONLINE,
                        Media.LOW,
                        Map.of(Spot.PAPER, Media.FULL, Spot.TONER, Media.LOW)));
        assertEquals(
                "{\"common\":{\"device\":\"noDevice\"},\"printer\":{\"paper\":{\"upper\":\"unknown\"}}}",
                status(DeviceKind.RECEIPT_PRINTER, Status.NO_DEVICE, Media.UNKNOWN, Map.of()));
        assertEquals(
                "{\"camera\":{\"cameras\":{\"person\":\"inop\"}},\"common\":{\"device\":\"hardwareError\"}}",
                status(DeviceKind.FACE_CAMERA, Status.HARDWARE_ERROR, Media.NOT_SUPPORTED, Map.of()));
        assertEquals(
                "{\"barcodeReader\":{\"scanner\":\"on\"},\"common\":{\"device\":\"online\"}}",
                status(DeviceKind.CODE_SCANNER, Status.ONLINE, Media.NOT_SUPPORTED, Map.of()));
        assertEquals(
                "{\"biometric\":{\"capture\":false,\"subject\":\"present\"},\"common\":{\"device\":\"online\"}}",
                status(DeviceKind.FINGER_READER, Status.ONLINE, Media.PRESENT, Map.of(Spot.FINGER, Media.PRESENT)));
    }

    @Test
    void the_kiosks_body_is_shown_as_auxiliaries_and_a_pad_by_its_first_axis_alone() {
        assertEquals(
                "{\"auxiliaries\":{\"UPS\":{\"low\":false,\"powering\":true}},\"common\":{\"device\":\"online\"}}",
                status(
                        DeviceKind.UPS,
                        Status.ONLINE,
                        Media.FULL,
                        Map.of(Spot.BATTERY, Media.LOW, Spot.MAINS, Media.NOT_PRESENT)));
        assertEquals(
                "{\"auxiliaries\":{\"cabinetDoor\":\"open\",\"proximitySensor\":\"present\"},\"common\":{\"device\":\"online\"}}",
                status(
                        DeviceKind.CABINET,
                        Status.ONLINE,
                        Media.FULL,
                        Map.of(Spot.DOOR, Media.OPEN, Spot.PERSON, Media.PRESENT)));
        assertEquals(
                "{\"common\":{\"device\":\"deviceBusy\"}}",
                status(DeviceKind.PAY_PAD, Status.DEVICE_BUSY, Media.NOT_SUPPORTED, Map.of()));
    }

    @Test
    void a_spot_that_is_told_no_longer_is_unknown_and_only_what_changed_is_told() {
        DeviceState before = state(
                DeviceKind.CERTIFICATE_PRINTER,
                Status.ONLINE,
                Media.FULL,
                Map.of(Spot.PAPER, Media.FULL, Spot.TONER, Media.FULL));
        DeviceState gone = state(DeviceKind.CERTIFICATE_PRINTER, Status.NO_DEVICE, Media.UNKNOWN, Map.of());
        Set<Spot> told = before.supplies().keySet();
        assertEquals(
                "{\"common\":{\"device\":\"noDevice\"},\"printer\":{\"paper\":{\"upper\":\"unknown\"},\"toner\":\"unknown\"}}",
                Delta.of(StatusOf.device(before, told), StatusOf.device(gone, told))
                        .canonical());
        DeviceState low = state(
                DeviceKind.CERTIFICATE_PRINTER,
                Status.ONLINE,
                Media.LOW,
                Map.of(Spot.PAPER, Media.FULL, Spot.TONER, Media.LOW));
        assertEquals(
                "{\"printer\":{\"toner\":\"low\"}}",
                Delta.of(StatusOf.device(before, told), StatusOf.device(low, told))
                        .canonical());
        assertEquals(
                "{}",
                Delta.of(StatusOf.device(low, told), StatusOf.device(low, told)).canonical());
    }

    @Test
    void a_fault_tells_what_to_do_and_clumsiness_is_no_error() {
        assertEquals(
                Optional.of(
                        "{\"action\":\"suspend\",\"eventId\":\"hardware\",\"vendorDescription\":\"LOST: unplugged\"}"),
                ErrorOf.fault(new Fault(Fault.Kind.LOST, "unplugged")).map(Json::canonical));
        assertEquals(
                Optional.of("{\"action\":\"configuration\",\"eventId\":\"software\","
                        + "\"vendorDescription\":\"MISCONFIGURED: devices/x/port: missing\"}"),
                ErrorOf.fault(new Fault(Fault.Kind.MISCONFIGURED, "devices/x/port: missing"))
                        .map(Json::canonical));
        assertEquals(Optional.empty(), ErrorOf.fault(new Fault(Fault.Kind.MOVED, "again")));
    }

    @ParameterizedTest
    @EnumSource(DeviceKind.class)
    void nothing_that_reads_a_person_can_be_asked_of_any_class(DeviceKind kind) {
        String capabilities = CapabilitiesOf.device(kind, "any", Set.of(Ability.values()), "1.0", 8)
                .canonical();
        for (String word : new String[] {
            "CardReader.Read", "CardReader.ChipIO", "Biometric.Read", "Biometric.Match", "Printer.Read"
        }) {
            assertFalse(capabilities.contains(word), capabilities);
        }
    }

    @Test
    void capabilities_name_every_command_with_its_version() {
        assertEquals(
                "{\"common\":{\"antiFraudModule\":false,\"deviceInformation\":[{\"modelDescription\":\"receipt-printer\","
                        + "\"modelName\":\"escpos-tcp\"}],\"powerSaveControl\":false,\"serviceVersion\":\"1.0\"},"
                        + "\"interfaces\":[{\"commands\":{\"Common.Cancel\":{\"versions\":[\"2.0\"]},"
                        + "\"Common.Capabilities\":{\"versions\":[\"2.0\"]},\"Common.Status\":{\"versions\":[\"2.0\"]}},"
                        + "\"events\":{\"Common.ErrorEvent\":{\"versions\":[\"2.0\"]},"
                        + "\"Common.StatusChangedEvent\":{\"versions\":[\"3.0\"]}},\"maximumRequests\":8,\"name\":\"Common\"},"
                        + "{\"commands\":{\"Printer.PrintNative\":{\"versions\":[\"3.0\"]},"
                        + "\"Printer.Reset\":{\"versions\":[\"3.0\"]}},\"maximumRequests\":8,\"name\":\"Printer\"}],"
                        + "\"printer\":{\"control\":{\"cut\":true,\"retract\":false},\"mediaTaken\":false,\"multiPage\":false,"
                        + "\"paperSources\":{\"upper\":true},\"type\":{\"document\":false,\"receipt\":true}}}",
                CapabilitiesOf.device(DeviceKind.RECEIPT_PRINTER, "escpos-tcp", Set.of(Ability.CUT), "1.0", 8)
                        .canonical());
    }

    private static String status(DeviceKind kind, Status status, Media media, Map<Spot, Media> supplies) {
        return StatusOf.device(state(kind, status, media, supplies), Set.of()).canonical();
    }

    private static DeviceState state(DeviceKind kind, Status status, Media media, Map<Spot, Media> supplies) {
        return new DeviceState(
                new DeviceId(kind.word()), kind, status, media, supplies, Instant.EPOCH, Optional.empty());
    }
}
