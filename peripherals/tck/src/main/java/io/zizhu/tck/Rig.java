package io.zizhu.tck;

import io.zizhu.device.Binding;
import io.zizhu.device.Driver;
import java.util.Map;

/**
 * A driver, and something at the far end of its wire that a kit can press; a fresh one for every test. The acts are
 * the bench's words. Used by the test's thread.
 */
public interface Rig extends AutoCloseable {
    Driver driver();

    /** Every setting that the driver needs to reach the far end. */
    Binding binding();

    /**
     * Does this to the far end now: {@code unplug replug}, {@code hang noise slow} with {@code on=true|false}, and the
     * words of the device class.
     */
    void act(String act, Map<String, String> with) throws Exception;

    /** Does this once, when the far end stands in the middle of its next job; returns at once. */
    void midway(String act, Map<String, String> with);

    /** False for an act that this wire has no meaning for, such as {@code noise} on HTTP: its tests are skipped. */
    default boolean offers(String act) {
        return true;
    }

    @Override
    void close() throws Exception;
}
