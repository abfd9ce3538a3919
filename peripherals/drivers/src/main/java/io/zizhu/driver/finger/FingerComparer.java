package io.zizhu.driver.finger;

import io.zizhu.device.finger.FingerTemplate;
import io.zizhu.device.finger.Match;

/**
 * A plug-in that compares templates of forms which are not public, such as the one inside the ID card. None is shipped:
 * a station that has a licence puts a jar with a services line on the class path. Called on a device's owner thread.
 */
public interface FingerComparer {
    /** Whether it can judge a template of the one form by one of the other. */
    boolean understands(FingerTemplate.Form probe, FingerTemplate.Form reference);

    /** Compares; keeps no reference to either. */
    Match compare(FingerTemplate probe, FingerTemplate reference);
}
