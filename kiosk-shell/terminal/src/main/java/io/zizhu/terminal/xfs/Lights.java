package io.zizhu.terminal.xfs;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Patience;
import io.zizhu.device.cabinet.Cabinet;
import io.zizhu.device.cabinet.Lamp;
import io.zizhu.device.cabinet.Lit;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.wire.json.Json;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code Lights.SetLight}: {@code {"cardReader":{"default":{"flashRate":"continuous"}}}}. Our lamps are on or off, of one
 * colour, and each is in one place. Spelling checked against {@code Lights/Commands/SetLight_g.cs} and
 * {@code LightsSchemas_g.cs} of {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}; a lamp for which it has no name (dispenser,
 * face, inside) cannot be reached by this way.
 */
final class Lights {
    private static final Map<String, Lamp> NAMES = Map.of(
            "cardReader", Lamp.CARD_READER,
            "pinPad", Lamp.PAY_PAD,
            "receiptPrinter", Lamp.RECEIPT_PRINTER,
            "documentPrinter", Lamp.CERTIFICATE_PRINTER,
            "statusWarning", Lamp.STATUS);

    private Lights() {}

    /** All of it is understood before the first lamp is switched. */
    static Answer set(Json.Obj payload, Cabinet cabinet, Patience patience) throws DeviceAway {
        Map<Lamp, Boolean> wanted = new EnumMap<>(Lamp.class);
        for (Map.Entry<String, Json> member : payload.members().entrySet()) {
            Lamp lamp = NAMES.get(member.getKey());
            if (lamp == null) {
                return Answer.error("invalidLight", "no lamp is called so");
            }
            Optional<Boolean> on = on(member.getValue());
            if (on.isEmpty()) {
                return Answer.not(Code.UNSUPPORTED_DATA, "a lamp is off or continuous, at its default position");
            }
            wanted.put(lamp, on.get());
        }
        if (wanted.isEmpty()) {
            return Answer.not(Code.INVALID_DATA, "payload: names no light");
        }
        for (Map.Entry<Lamp, Boolean> each : wanted.entrySet()) {
            if (cabinet.light(each.getKey(), each.getValue(), patience) instanceof Lit.Refused refused) {
                return Answer.error("lightError", refused.fault().toString());
            }
        }
        return Answer.done();
    }

    private static Optional<Boolean> on(Json light) {
        boolean single = light instanceof Json.Obj(var positions)
                && positions.size() == 1
                && positions.get("default") instanceof Json.Obj(var state)
                && state.size() == 1
                && state.get("flashRate") instanceof Json.Text(String rate)
                && (rate.equals("off") || rate.equals("continuous"));
        return single ? Optional.of(light.canonical().contains("continuous")) : Optional.empty();
    }
}
