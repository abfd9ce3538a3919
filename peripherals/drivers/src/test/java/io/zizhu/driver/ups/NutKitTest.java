package io.zizhu.driver.ups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Binding;
import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.driver.PeerRig;
import io.zizhu.sim.peer.ups.UpsPeer;
import io.zizhu.tck.Rig;
import io.zizhu.tck.UpsKit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The UPS's kit over TCP, and what upsd refuses. */
class NutKitTest extends UpsKit {
    @Override
    protected Rig rig() {
        return new PeerRig(new NutDriver(), new UpsPeer(0));
    }

    private Fault refused(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(far().binding().settings());
        settings.putAll(more);
        Binding binding = new Binding(far().binding().id(), "nut", settings);
        return assertThrows(DeviceAway.class, () -> far().driver().open(binding).close())
                .fault();
    }

    @Test
    void a_wrong_name_or_password_is_a_wrong_setting_and_the_password_is_never_told() throws Exception {
        Fault unknown = refused(Map.of("ups", "cellar"));
        assertEquals(Fault.Kind.MISCONFIGURED, unknown.kind());
        assertTrue(unknown.detail().contains("\"cellar\""), unknown::detail);

        Fault denied = refused(Map.of("username", "kiosk", "password", "s3cret"));
        assertEquals(Fault.Kind.MISCONFIGURED, denied.kind());
        assertEquals("devices/ups/username: upsd says ACCESS-DENIED", denied.detail());

        assertEquals(
                "devices/ups/password: missing, the other one is there",
                refused(Map.of("username", "kiosk")).detail());
        assertEquals(
                "devices/ups/password: holds a line break or another control character",
                refused(Map.of("username", "kiosk", "password", "x\nFSD training"))
                        .detail());

        Map<String, String> right = new HashMap<>(far().binding().settings());
        right.putAll(Map.of("username", "kiosk", "password", "pass \"word\""));
        far().driver().open(new Binding(far().binding().id(), "nut", right)).close();
    }
}
