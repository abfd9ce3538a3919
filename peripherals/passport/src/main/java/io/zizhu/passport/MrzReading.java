package io.zizhu.passport;

import io.zizhu.device.passport.Mrz;

/** How an attempt to parse a machine readable zone ended; the wrong field is named, its content never. */
public sealed interface MrzReading {
    record Read(Mrz mrz) implements MrzReading {}

    record Wrong(Field field, Why why) implements MrzReading {}

    /** The fields of Doc 9303; {@code WHOLE} is the zone itself and its last, composite check digit. */
    enum Field {
        WHOLE,
        DOCUMENT_CODE,
        ISSUER,
        NUMBER,
        NATIONALITY,
        NAMES,
        BIRTH,
        SEX,
        EXPIRY,
        OPTIONAL
    }

    enum Why {
        /** Neither 90, 72 nor 88 characters, line breaks apart. */
        LENGTH,
        /** A character that this field cannot hold. */
        CHARACTER,
        /** The digits do not agree: misread, worn or forged. */
        CHECK_DIGIT,
        /** No day of any calendar. */
        DATE,
        /** The field holds fillers only, and must not. */
        EMPTY
    }
}
