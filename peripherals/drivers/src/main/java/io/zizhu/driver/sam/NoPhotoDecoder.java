package io.zizhu.driver.sam;

import io.zizhu.device.camera.Portrait;
import java.util.Optional;

/** Stands in where no licensed decoder is present: every picture stays undecoded. */
record NoPhotoDecoder() implements PhotoDecoder {
    @Override
    public Optional<Portrait> decode(byte[] wlt) {
        return Optional.empty();
    }

    @Override
    public boolean decodes() {
        return false;
    }
}
