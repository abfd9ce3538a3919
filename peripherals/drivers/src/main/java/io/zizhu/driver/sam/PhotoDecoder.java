package io.zizhu.driver.sam;

import io.zizhu.device.camera.Portrait;
import java.util.Optional;

/**
 * A plug-in that turns the card's 1024 bytes of WLT into a picture. The algorithm is proprietary and none is shipped: a
 * station that has a licence puts a jar with a services line on the class path. Called on the reader's owner thread.
 */
public interface PhotoDecoder {
    /** @param wlt wiped by the caller right afterwards; keep no reference */
    Optional<Portrait> decode(byte[] wlt);

    /** Where no plug-in is present: the register's portrait is used instead. */
    static PhotoDecoder none() {
        return wlt -> Optional.empty();
    }
}
