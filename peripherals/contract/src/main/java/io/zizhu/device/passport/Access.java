package io.zizhu.device.passport;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What is printed on a document and opens its chip (Doc 9303-11, 4). Withheld like the document itself. */
public sealed interface Access {
    /**
     * The machine readable zone's three fields; opens by PACE or BAC.
     *
     * @param number the document number without fillers at its end, nine characters or more
     * @param birth {@code yymmdd} as printed, with fillers where a part of it is not known
     * @param expiry {@code yymmdd} as printed
     */
    record Zone(String number, String birth, String expiry) implements Access {
        private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("yyMMdd");

        public Zone {
            if (!number.matches("[A-Z0-9<]{1,30}") || !birth.matches("[0-9<]{6}") || !expiry.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("no document number, birth and expiry as a zone prints them");
            }
        }

        public static Zone of(String number, LocalDate birth, LocalDate expiry) {
            return new Zone(number, PRINTED.format(birth), PRINTED.format(expiry));
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * The card access number; opens by PACE alone.
     *
     * @param digits six of them, from the front of the document
     */
    record Can(String digits) implements Access {
        public Can {
            if (!digits.matches("[0-9]{6}")) {
                throw new IllegalArgumentException("a card access number has six digits");
            }
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }
}
