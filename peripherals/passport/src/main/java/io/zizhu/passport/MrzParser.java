package io.zizhu.passport;

import io.zizhu.device.passport.Mrz;
import io.zizhu.passport.MrzReading.Field;
import io.zizhu.passport.MrzReading.Why;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses the machine readable zone of ICAO Doc 9303: TD1 (3 x 30), TD2 (2 x 36) and TD3 (2 x 44). Pure, any thread.
 *
 * <p>The zone writes years with two digits. A birth lies on or before today; an expiry lies within 50 years of today.
 * The second is a choice of this class, Doc 9303 leaves it open.
 */
public final class MrzParser {
    private static final char FILLER = '<';

    private final LocalDate today;

    public MrzParser(LocalDate today) {
        this.today = today;
    }

    /** @param text the lines as read, with or without line breaks */
    public MrzReading parse(String text) {
        String zone = text.replaceAll("\\s", "");
        for (Layout layout : Layout.ALL) {
            if (layout.length() == zone.length()) {
                try {
                    return new MrzReading.Read(read(layout, zone));
                } catch (Misread misread) {
                    return misread.wrong;
                }
            }
        }
        return new MrzReading.Wrong(Field.WHOLE, Why.LENGTH);
    }

    private Mrz read(Layout layout, String zone) throws Misread {
        for (int i = 0; i < zone.length(); i++) {
            if (CheckDigit.value(zone.charAt(i)) < 0) {
                throw new Misread(Field.WHOLE, Why.CHARACTER);
            }
        }
        Numbered numbered = number(layout, zone);
        String birth = checked(Field.BIRTH, layout.birth(), zone);
        String expiry = checked(Field.EXPIRY, layout.expiry(), zone);
        checkOptional(layout, zone);
        checkWhole(layout, zone);
        String names = letters(Field.NAMES, layout.names().of(zone));
        int gap = names.indexOf("<<");
        return new Mrz(
                layout.form(),
                letters(Field.DOCUMENT_CODE, zone.substring(0, 2)),
                letters(Field.ISSUER, zone.substring(2, 5)),
                numbered.number(),
                letters(Field.NATIONALITY, layout.nationality().of(zone)),
                spaced(gap < 0 ? names : names.substring(0, gap)),
                gap < 0 ? "" : spaced(names.substring(gap)),
                birth(birth),
                sex(zone.charAt(layout.sex())),
                expiry(expiry),
                numbered.optional());
    }

    /** The number and the optional data; on TD1 and TD2 a filler for check digit means that the number runs on there. */
    private static Numbered number(Layout layout, String zone) throws Misread {
        String head = layout.number().of(zone);
        char digit = zone.charAt(layout.number().to());
        List<String> optional = new ArrayList<>();
        layout.optional().forEach(span -> optional.add(span.of(zone)));
        String number = head;
        if (digit == FILLER && layout.form() != Mrz.Form.TD3) {
            String first = optional.getFirst();
            int end = first.indexOf(FILLER) < 0 ? first.length() : first.indexOf(FILLER);
            if (end < 2) {
                throw new Misread(Field.NUMBER, Why.CHECK_DIGIT);
            }
            number = head + first.substring(0, end - 1);
            digit = first.charAt(end - 1);
            optional.set(0, first.substring(end));
        }
        if (digit != CheckDigit.of(number)) {
            throw new Misread(Field.NUMBER, Why.CHECK_DIGIT);
        }
        String bare = trimmed(number);
        if (bare.isEmpty()) {
            throw new Misread(Field.NUMBER, Why.EMPTY);
        }
        return new Numbered(bare, spaced(String.join("<", optional)));
    }

    private static String checked(Field field, Layout.Span span, String zone) throws Misread {
        String text = span.of(zone);
        if (zone.charAt(span.to()) != CheckDigit.of(text)) {
            throw new Misread(field, Why.CHECK_DIGIT);
        }
        return text;
    }

    /** TD3 alone has a digit here; the issuer may leave a filler there where the field is empty. */
    private static void checkOptional(Layout layout, String zone) throws Misread {
        if (layout.form() == Mrz.Form.TD3) {
            Layout.Span span = layout.optional().getFirst();
            boolean bare = trimmed(span.of(zone)).isEmpty() && zone.charAt(span.to()) == FILLER;
            if (!bare) {
                checked(Field.OPTIONAL, span, zone);
            }
        }
    }

    private static void checkWhole(Layout layout, String zone) throws Misread {
        StringBuilder covered = new StringBuilder();
        layout.composite().forEach(span -> covered.append(span.of(zone)));
        if (zone.charAt(layout.compositeDigit()) != CheckDigit.of(covered)) {
            throw new Misread(Field.WHOLE, Why.CHECK_DIGIT);
        }
    }

    private static String letters(Field field, String text) throws Misread {
        String bare = trimmed(text);
        if (bare.isEmpty() || bare.charAt(0) == FILLER) {
            throw new Misread(field, Why.EMPTY);
        }
        if (!bare.matches("[A-Z<]+")) {
            throw new Misread(field, Why.CHARACTER);
        }
        return bare;
    }

    private Optional<LocalDate> birth(String text) throws Misread {
        if (text.indexOf(FILLER) >= 0) {
            if (!text.matches("[0-9<]{6}")) {
                throw new Misread(Field.BIRTH, Why.CHARACTER);
            }
            return Optional.empty();
        }
        int century = today.getYear() / 100 * 100;
        LocalDate latest = day(Field.BIRTH, text, century);
        if (latest == null || latest.isAfter(today)) {
            latest = day(Field.BIRTH, text, century - 100);
        }
        return Optional.of(known(Field.BIRTH, latest));
    }

    private LocalDate expiry(String text) throws Misread {
        int century = today.getYear() / 100 * 100;
        for (int candidate : new int[] {century, century - 100, century + 100}) {
            LocalDate day = day(Field.EXPIRY, text, candidate);
            if (day != null && !day.isBefore(today.minusYears(50)) && day.isBefore(today.plusYears(50))) {
                return day;
            }
        }
        throw new Misread(Field.EXPIRY, Why.DATE);
    }

    /** Null where that century has no such day, as 29 February. */
    private static @Nullable LocalDate day(Field field, String text, int century) throws Misread {
        if (!text.matches("[0-9]{6}")) {
            throw new Misread(field, Why.CHARACTER);
        }
        try {
            return LocalDate.of(
                    century + Integer.parseInt(text.substring(0, 2)),
                    Integer.parseInt(text.substring(2, 4)),
                    Integer.parseInt(text.substring(4)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static LocalDate known(Field field, @Nullable LocalDate day) throws Misread {
        if (day == null) {
            throw new Misread(field, Why.DATE);
        }
        return day;
    }

    private static Mrz.Sex sex(char letter) throws Misread {
        return switch (letter) {
            case 'F' -> Mrz.Sex.FEMALE;
            case 'M' -> Mrz.Sex.MALE;
            case FILLER -> Mrz.Sex.UNSPECIFIED;
            default -> throw new Misread(Field.SEX, Why.CHARACTER);
        };
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == FILLER) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String spaced(String text) {
        return text.replaceAll("<+", " ").strip();
    }

    private record Numbered(String number, String optional) {}

    /** Leaves the parsing at the first wrong field; never leaves this class. */
    private static final class Misread extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient MrzReading.Wrong wrong;

        Misread(Field field, Why why) {
            super(null, null, false, false);
            wrong = new MrzReading.Wrong(field, why);
        }
    }
}
