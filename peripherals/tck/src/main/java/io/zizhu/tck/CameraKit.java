package io.zizhu.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zizhu.device.Device;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Fault;
import io.zizhu.device.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every camera must tell of itself, whatever it looks at. The rig knows {@code cover dark bright uncover},
 * {@code freeze}, {@code shrink {on}} (half the size) and {@code clear}; its binding asks for the size that the far end
 * has, and for {@code frozen-after} a few seconds.
 *
 * @param <D> the contract of the camera
 */
public abstract class CameraKit<D extends Device> extends DeviceKit<D> {
    @Test
    void a_covered_lens_and_a_picture_too_dark_or_too_bright_are_told_and_end() throws Exception {
        awaitOnline();
        tells("cover", Status.USER_ERROR, "covered");
        tells("dark", Status.HARDWARE_ERROR, "too dark");
        tells("bright", Status.HARDWARE_ERROR, "blown out");
    }

    private void tells(String act, Status status, String word) throws Exception {
        far().act(act, Map.of());
        Await.fact(
                word,
                this::told,
                () -> keeper().state().status() == status && fault().detail().contains(word));
        assertEquals(Fault.Kind.BROKEN, fault().kind());
        far().act("uncover", Map.of());
        awaitOnline();
    }

    @Test
    void a_picture_that_no_longer_changes_is_told_though_frames_still_come() throws Exception {
        awaitOnline();
        far().act("freeze", Map.of());
        Await.fact("frozen", this::told, () -> keeper().state().status() == Status.HARDWARE_ERROR);
        assertTrue(fault().detail().contains("same picture"), fault()::detail);
        far().act("clear", Map.of());
        awaitOnline();
    }

    @Test
    void another_size_than_was_asked_for_is_refused_by_name_until_it_is_right() throws Exception {
        awaitOnline();
        far().act("shrink", Map.of("on", "true"));
        Await.fact("refused", this::told, () -> !keeper().state().online());
        assertEquals(Fault.Kind.MISCONFIGURED, fault().kind(), fault()::detail);
        assertTrue(fault().detail().startsWith("devices/" + keeper().binding().id() + "/width: "), fault()::detail);
        far().act("shrink", Map.of("on", "false"));
        awaitOnline();
    }

    private Fault fault() {
        DeviceState state = keeper().state();
        return state.fault().orElse(new Fault(Fault.Kind.BUSY, "no fault in " + state));
    }
}
