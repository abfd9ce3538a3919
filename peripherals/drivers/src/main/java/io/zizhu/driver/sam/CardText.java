package io.zizhu.driver.sam;

import io.zizhu.device.camera.Portrait;
import io.zizhu.device.card.IdCard;
import io.zizhu.device.card.IdCard.More;
import io.zizhu.device.card.IdCard.Picture;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * The 256 bytes of text on a card, UTF-16LE in fixed cells padded with spaces, in its four layouts (reference/devices.md
 * 2.1). Pure. Trouble names the cell, never what stands in it.
 */
final class CardText {
    static final int LENGTH = 256;
    private static final String NO_END = "长期";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** A cell that does not hold what its layout says. */
    static final class Garbled extends Exception {
        private static final long serialVersionUID = 1L;

        Garbled(String message) {
            super(message);
        }
    }

    /** A layout this driver does not know: a card, but not one for this kiosk. */
    static final class UnknownKind extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final byte[] text;

    private CardText(byte[] text) {
        this.text = text;
    }

    static IdCard parse(byte[] text, Optional<Portrait> photo) throws Garbled, UnknownKind {
        if (text.length != LENGTH) {
            throw new Garbled("the text block has " + text.length + " bytes");
        }
        CardText cells = new CardText(text);
        return switch (cells.kind()) {
            case CITIZEN -> cells.citizen(photo);
            case HMT_PERMIT -> cells.permit(photo);
            case FOREIGNER_2017 -> cells.foreigner2017(photo);
            case FOREIGNER_2023 -> cells.foreigner2023(photo);
        };
    }

    /** The 70 bytes of an address written after the card was issued. */
    static String newAddress(byte[] text) throws Garbled {
        if (text.length == 0 || text.length % 2 != 0) {
            throw new Garbled("the new address has " + text.length + " bytes");
        }
        return new CardText(text).filled(0, text.length, "new address");
    }

    private IdCard.Kind kind() throws UnknownKind {
        return switch ((text[248] & 0xFF) | ((text[249] & 0xFF) << 8)) {
            case ' ', 0 -> IdCard.Kind.CITIZEN;
            case 'J' -> IdCard.Kind.HMT_PERMIT;
            case 'I' -> IdCard.Kind.FOREIGNER_2017;
            case 'Y' -> IdCard.Kind.FOREIGNER_2023;
            default -> throw new UnknownKind();
        };
    }

    private IdCard citizen(Optional<Portrait> photo) throws Garbled {
        return new IdCard(
                IdCard.Kind.CITIZEN,
                filled(0, 30, "name"),
                sex(30),
                matching(32, 4, "nation", "0[1-9]|[1-4][0-9]|5[0-6]|9[78]"),
                day(36, "birth"),
                cell(52, 70, "address"),
                number(122, "[1-9][0-9]{16}[0-9X]"),
                cell(158, 30, "authority"),
                day(188, "valid from"),
                lastDay(204),
                photo);
    }

    private IdCard permit(Optional<Portrait> photo) throws Garbled {
        String permit = matching(220, 18, "travel permit number", "[A-Z0-9]{0,9}");
        return new IdCard(
                IdCard.Kind.HMT_PERMIT,
                filled(0, 30, "name"),
                sex(30),
                "",
                day(36, "birth"),
                cell(52, 70, "address"),
                matching(122, 36, "number", "8[123]0000[0-9]{11}[0-9X]"),
                cell(158, 30, "authority"),
                day(188, "valid from"),
                lastDay(204),
                photo,
                more("", "", "", permit, count(238, "issue count"), "", ""));
    }

    private IdCard foreigner2017(Optional<Portrait> photo) throws Garbled {
        String latin = filled(0, 120, "English name");
        return new IdCard(
                IdCard.Kind.FOREIGNER_2017,
                latin,
                sex(120),
                "",
                day(220, "birth"),
                "",
                matching(122, 30, "number", "[A-Z0-9]{15}"),
                cell(240, 8, "authority"),
                day(188, "valid from"),
                lastDay(204),
                photo,
                more(latin, cell(158, 30, "Chinese name"), nationality(152), "", "", "", count(236, "version")));
    }

    private IdCard foreigner2023(Optional<Portrait> photo) throws Garbled {
        String latin = (raw(52, 70, "English name") + raw(220, 22, "English name")).strip();
        String chinese = cell(0, 30, "Chinese name");
        if (latin.isEmpty() && chinese.isEmpty()) {
            throw new Garbled("name is empty");
        }
        return new IdCard(
                IdCard.Kind.FOREIGNER_2023,
                latin.isEmpty() ? chinese : latin,
                sex(30),
                "",
                day(36, "birth"),
                "",
                number(122, "9[0-9]{16}[0-9X]"),
                "",
                day(188, "valid from"),
                lastDay(204),
                photo,
                more(
                        latin,
                        chinese,
                        nationality(242),
                        "",
                        count(32, "renewal count"),
                        matching(250, 6, "link to the former number", "[A-Z0-9]{0,3}"),
                        ""));
    }

    private static More more(
            String latin,
            String chinese,
            String nationality,
            String permit,
            String issues,
            String formerNumber,
            String version) {
        return new More(
                latin,
                chinese,
                nationality,
                permit,
                issues,
                formerNumber,
                version,
                Picture.NONE,
                List.of(),
                Optional.empty());
    }

    private String nationality(int at) throws Garbled {
        return matching(at, 6, "nationality", "([A-Z]{3}|[0-9]{3})?");
    }

    private String count(int at, String name) throws Garbled {
        return matching(at, 4, name, "[0-9]{0,2}");
    }

    private IdCard.Sex sex(int at) throws Garbled {
        return switch (cell(at, 2, "sex")) {
            case "0" -> IdCard.Sex.UNKNOWN;
            case "1" -> IdCard.Sex.MALE;
            case "2" -> IdCard.Sex.FEMALE;
            case "9" -> IdCard.Sex.UNSPECIFIED;
            default -> throw new Garbled("sex is none of 0 1 2 9");
        };
    }

    private String number(int at, String form) throws Garbled {
        String number = matching(at, 36, "number", form);
        if (!CheckDigit.fits(number)) {
            throw new Garbled("number fails its GB 11643 check");
        }
        return number;
    }

    private Optional<LocalDate> lastDay(int at) throws Garbled {
        return cell(at, 16, "valid to").equals(NO_END) ? Optional.empty() : Optional.of(day(at, "valid to"));
    }

    private LocalDate day(int at, String name) throws Garbled {
        try {
            return LocalDate.parse(cell(at, 16, name), DAY);
        } catch (DateTimeException personal) { // no cause: its message quotes the cell
            throw new Garbled(name + " is no date");
        }
    }

    private String matching(int at, int length, String name, String pattern) throws Garbled {
        String cell = cell(at, length, name);
        if (!cell.matches(pattern)) {
            throw new Garbled(name + " is not of its form");
        }
        return cell;
    }

    private String filled(int at, int length, String name) throws Garbled {
        String cell = cell(at, length, name);
        if (cell.isEmpty()) {
            throw new Garbled(name + " is empty");
        }
        return cell;
    }

    private String cell(int at, int length, String name) throws Garbled {
        return raw(at, length, name).strip();
    }

    /** Characters beyond the basic plane come as pairs; half a pair is refused rather than shown as a box. */
    private String raw(int at, int length, String name) throws Garbled {
        try {
            return StandardCharsets.UTF_16LE
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(text, at, length))
                    .toString()
                    .replace('\0', ' ');
        } catch (CharacterCodingException half) {
            throw new Garbled(name + " holds half a character");
        }
    }
}
