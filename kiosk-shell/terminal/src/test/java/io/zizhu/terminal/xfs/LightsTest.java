package io.zizhu.terminal.xfs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zizhu.device.Fault;
import io.zizhu.device.Media;
import io.zizhu.device.Patience;
import io.zizhu.device.Pulse;
import io.zizhu.device.cabinet.Cabinet;
import io.zizhu.device.cabinet.Lamp;
import io.zizhu.device.cabinet.Lit;
import io.zizhu.device.cabinet.Sight;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.wire.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LightsTest {
    private final List<String> lit = new ArrayList<>();

    @Test
    void every_lamp_named_is_switched() throws Exception {
        Answer answer = set("{\"cardReader\":{\"default\":{\"flashRate\":\"continuous\"}},"
                + "\"pinPad\":{\"default\":{\"flashRate\":\"off\"}}}");
        assertEquals(Code.SUCCESS, answer.code());
        assertEquals(List.of("CARD_READER true", "PAY_PAD false"), lit);
    }

    @Test
    void nothing_is_switched_where_anything_is_not_understood() throws Exception {
        assertEquals(Code.INVALID_DATA, set("{}").code());
        assertEquals(
                Code.COMMAND_ERROR_CODE,
                set("{\"cardReader\":{\"default\":{\"flashRate\":\"off\"}},\"coinAcceptor\":{}}")
                        .code());
        assertEquals(
                Code.UNSUPPORTED_DATA,
                set("{\"cardReader\":{\"default\":{\"flashRate\":\"quick\"}}}").code());
        assertEquals(
                Code.UNSUPPORTED_DATA,
                set("{\"cardReader\":{\"left\":{\"flashRate\":\"off\"}}}").code());
        assertEquals(List.of(), lit);
    }

    @Test
    void a_lamp_that_is_not_there_is_an_error_of_the_light() throws Exception {
        Answer answer = set("{\"statusWarning\":{\"default\":{\"flashRate\":\"continuous\"}}}");
        assertEquals(
                "{\"errorCode\":\"lightError\"}", answer.payload().orElseThrow().canonical());
    }

    private Answer set(String payload) throws Exception {
        return Lights.set((Json.Obj) Json.parse(payload).orThrow(), new TwoLamps(), Patience.ofMillis(100));
    }

    private final class TwoLamps implements Cabinet {
        @Override
        public Sight look(Patience patience) {
            throw new AssertionError("nobody looks");
        }

        @Override
        public Lit light(Lamp lamp, boolean on, Patience patience) {
            if (lamp == Lamp.STATUS) {
                return new Lit.Refused(new Fault(Fault.Kind.REFUSED, "no such lamp"));
            }
            lit.add(lamp + " " + on);
            return new Lit.Done();
        }

        @Override
        public Pulse pulse() {
            return Pulse.well(Media.NOT_SUPPORTED);
        }

        @Override
        public void close() {}
    }
}
