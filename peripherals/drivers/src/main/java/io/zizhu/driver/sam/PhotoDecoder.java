package io.zizhu.driver.sam;

import io.zizhu.device.camera.Portrait;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plug-in that turns the card's 1024 bytes of WLT into a picture. The algorithm is proprietary and none is shipped: a
 * station that has a licence puts a jar with a services line on the class path. Called on the reader's owner thread.
 */
public interface PhotoDecoder {
    /**
     * Decodes one picture.
     *
     * @param wlt wiped by the caller right afterwards; keep no reference
     * @return empty where these bytes are no picture
     */
    Optional<Portrait> decode(byte[] wlt);

    /** False for the one that stands in where no plug-in is present. */
    default boolean decodes() {
        return true;
    }

    /** Where no plug-in is present: the card's picture stays undecoded, the register's portrait is used instead. */
    static PhotoDecoder none() {
        return new NoPhotoDecoder();
    }

    /** The plug-in on the class path, or {@link #none}; one that does not load is told and takes nothing else away. */
    static PhotoDecoder installed() {
        try {
            return ServiceLoader.load(PhotoDecoder.class).findFirst().orElseGet(PhotoDecoder::none);
        } catch (ServiceConfigurationError | LinkageError broken) {
            Logger log = LoggerFactory.getLogger(PhotoDecoder.class);
            log.warn("the photo decoder on the class path does not load; photos stay undecoded", broken);
            return none();
        }
    }
}
