package io.zizhu.device.passport;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What stands in the machine readable zone of a travel document, in the words of ICAO Doc 9303. Withheld: it lives in
 * the visit and is never logged.
 *
 * @param documentCode one or two letters, such as {@code P} or {@code ID}
 * @param issuer three-letter code of the issuing state, shorter for a few such as {@code D}
 * @param number the document number, fillers removed, joined where it runs on into the optional data (TD1, TD2)
 * @param surname primary identifier, parts separated by one space
 * @param given secondary identifier, empty where there is none
 * @param birth empty where the document says that a part of it is not known
 * @param optional the issuer's own data, fillers at the end removed; two fields joined by one space on TD1
 */
public record Mrz(
        Form form,
        String documentCode,
        String issuer,
        String number,
        String nationality,
        String surname,
        String given,
        Optional<LocalDate> birth,
        Sex sex,
        LocalDate expiry,
        String optional) {

    /** Three lines of 30, two lines of 36, two lines of 44 characters. */
    public enum Form {
        TD1,
        TD2,
        TD3
    }

    public enum Sex {
        FEMALE,
        MALE,
        UNSPECIFIED
    }

    @Override
    public String toString() {
        return "[withheld]";
    }
}
