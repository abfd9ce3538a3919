package io.zizhu.terminal.xfs.face;

import io.zizhu.device.DeviceKind;
import io.zizhu.device.profile.Ability;
import io.zizhu.terminal.xfs.message.Verb;
import io.zizhu.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The payload of {@code Common.Capabilities}: the interfaces with the commands and events that are understood here, and
 * what the device can do. Checked against {@code CommonSchemas_g.cs} ({@code InterfaceClass},
 * {@code CapabilityPropertiesClass}) and the schemas of the interfaces, as {@link StatusOf}.
 */
public final class CapabilitiesOf {
    /** Understood by every service of a device. */
    public static final List<Verb> COMMON = List.of(
            new Verb("Common.Status", "2.0", "3.0"),
            new Verb("Common.Capabilities", "2.0", "3.0"),
            new Verb("Common.Cancel", "2.0"));

    /** Told to every client of a service; carries changed properties only. */
    public static final Verb STATUS_CHANGED = new Verb("Common.StatusChangedEvent", "3.0");

    /** Told to every client of a service when a fault came. */
    public static final Verb ERROR = new Verb("Common.ErrorEvent", "2.0");

    private CapabilitiesOf() {}

    /**
     * @param driver the id of the driver that plays the device
     * @param abilities of the live device
     * @param queue how many commands may wait at once
     */
    public static Json.Obj device(
            DeviceKind kind, String driver, Set<Ability> abilities, String serviceVersion, int queue) {
        Face face = Face.of(kind);
        List<Json.Obj> interfaces = new ArrayList<>();
        interfaces.add(face("Common", COMMON, List.of(STATUS_CHANGED, ERROR), queue));
        Map<String, List<Verb>> verbs =
                new TreeMap<>(face.verbs().stream().collect(Collectors.groupingBy(CapabilitiesOf::interfaceOf)));
        if (face != Face.COMMON) {
            verbs.putIfAbsent(face.interfaceName(), List.of()); // status alone
        }
        verbs.forEach((name, commands) -> interfaces.add(face(name, commands, List.of(), queue)));
        Json.Obj model = Json.Obj.EMPTY.with("modelName", driver).with("modelDescription", kind.word());
        Json.Obj capabilities = Json.Obj.EMPTY
                .with("interfaces", interfaces)
                .with(
                        "common",
                        Json.Obj.EMPTY
                                .with("serviceVersion", serviceVersion)
                                .with("deviceInformation", List.of(model))
                                .with("powerSaveControl", false)
                                .with("antiFraudModule", false));
        Json.Obj section = section(face, kind, abilities);
        return section.members().isEmpty() ? capabilities : capabilities.with(face.section(), section);
    }

    private static String interfaceOf(Verb verb) {
        return verb.name().substring(0, verb.name().indexOf('.'));
    }

    private static Json.Obj face(String name, List<Verb> commands, List<Verb> events, int queue) {
        Json.Obj face = Json.Obj.EMPTY
                .with("name", name)
                .with("commands", versions(commands))
                .with("maximumRequests", queue);
        return events.isEmpty() ? face : face.with("events", versions(events));
    }

    private static Json.Obj versions(List<Verb> verbs) {
        Json.Obj versions = Json.Obj.EMPTY;
        for (Verb verb : verbs) {
            versions = versions.with(
                    verb.name(), Json.Obj.EMPTY.with("versions", Json.Arr.texts(List.of(verb.version()))));
        }
        return versions;
    }

    private static Json.Obj section(Face face, DeviceKind kind, Set<Ability> abilities) {
        return switch (face) {
            case CARD_READER ->
                Json.Obj.EMPTY
                        .with("type", kind == DeviceKind.CARD_DISPENSER ? "motor" : "contactless")
                        .with("cardTakenSensor", abilities.contains(Ability.SENSE_TAKEN));
            case PRINTER, ENDORSER -> printer(kind, abilities);
            case BARCODE_READER -> Json.Obj.EMPTY.with("canFilterSymbologies", false);
            case CAMERA -> Json.Obj.EMPTY.with("cameras", Json.Obj.EMPTY.with(StatusOf.camera(kind), true));
            case BIOMETRIC ->
                Json.Obj.EMPTY
                        .with("type", Json.Obj.EMPTY.with("fingerprint", true))
                        .with("maxCapture", 0);
            case AUXILIARIES ->
                Json.Obj.EMPTY.with("ups", Json.Obj.EMPTY.with("low", true).with("powering", true)); // lower case here
            case CABINET ->
                abilities.contains(Ability.DOORS)
                        ? Json.Obj.EMPTY.with(
                                "cabinetDoor",
                                Json.Obj.EMPTY.with("closed", true).with("open", true))
                        : Json.Obj.EMPTY;
            case COMMON -> Json.Obj.EMPTY;
        };
    }

    private static Json.Obj printer(DeviceKind kind, Set<Ability> abilities) {
        boolean roll = kind == DeviceKind.RECEIPT_PRINTER;
        return Json.Obj.EMPTY
                .with("type", Json.Obj.EMPTY.with("receipt", roll).with("document", !roll))
                .with(
                        "control",
                        Json.Obj.EMPTY
                                .with("cut", abilities.contains(Ability.CUT))
                                .with("retract", abilities.contains(Ability.RETAIN)))
                .with("paperSources", Json.Obj.EMPTY.with("upper", true))
                .with("mediaTaken", abilities.contains(Ability.SENSE_TAKEN))
                .with("multiPage", !roll);
    }
}
