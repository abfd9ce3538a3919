package io.zizhu.driver.zvt.apdu;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Text that a pad hands over to be printed, card numbers masked.
 *
 * <p>{@code 06 D1} is one line: an attribute byte ({@code FF}: feeds follow; from {@code 81} on: the last line), text, and
 * perhaps a TLV container ({@code 06 …}) that says whose it is. {@code 06 D3} is a whole slip: a TLV container with
 * {@code 1F07} (whose) and {@code 25} (holding {@code 07} once a line, {@code 09} at the end). The bytes of the text are
 * UTF-8 where they can be that; else those of a slip are code page 437 and those of a line ISO 8859-1, as recorded
 * terminals send them.
 *
 * @param whose whom it is for
 */
public record Printed(Whose whose, List<String> lines) {
    /** The kinds of {@code 1F07}. */
    public enum Whose {
        UNSAID,
        MERCHANT,
        PERSON,
        OFFICE
    }

    private static final Charset SLIP = Charset.forName("IBM437");
    private static final int FEEDS = 0xFF;

    public Printed {
        lines = List.copyOf(lines);
    }

    /** What a message {@code 06 D1} or {@code 06 D3} brings; empty for any other. */
    public static Optional<Printed> of(Apdu apdu) {
        return switch (apdu.command()) {
            case Apdu.PRINT_LINE -> Optional.of(line(apdu.data()));
            case Apdu.PRINT_BLOCK -> Optional.of(slip(apdu.data()));
            default -> Optional.empty();
        };
    }

    private static Printed line(byte[] data) {
        if (data.length == 0 || (data[0] & 0xFF) == FEEDS) {
            return new Printed(Whose.UNSAID, List.of());
        }
        int end = 1;
        while (end < data.length && data[end] != Fields.TLV) {
            end++;
        }
        List<Tlv> more = container(Arrays.copyOfRange(data, end, data.length));
        String text = text(Arrays.copyOfRange(data, 1, end), StandardCharsets.ISO_8859_1);
        return new Printed(whose(more), text.isBlank() ? List.of() : List.of(text));
    }

    private static Printed slip(byte[] data) {
        List<Tlv> all = container(data);
        List<String> lines = new ArrayList<>();
        for (Tlv block : all) {
            if (block.tag() == Tlv.TEXT_LINES) {
                for (Tlv line : block.inside()) {
                    if (line.tag() == Tlv.TEXT_LINE) {
                        lines.add(text(line.value(), SLIP));
                    }
                }
            }
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return new Printed(whose(all), lines);
    }

    private static List<Tlv> container(byte[] data) {
        return Fields.read(data).bytes(Fields.TLV).map(Tlv::read).orElse(List.of());
    }

    private static Whose whose(List<Tlv> all) {
        int kind = Tlv.find(all, Tlv.RECEIPT_KIND)
                .filter(tlv -> tlv.value().length > 0)
                .map(tlv -> (int) tlv.value()[0])
                .orElse(0);
        return switch (kind) {
            case 1 -> Whose.MERCHANT;
            case 2 -> Whose.PERSON;
            case 3 -> Whose.OFFICE;
            default -> Whose.UNSAID;
        };
    }

    private static String text(byte[] bytes, Charset otherwise) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            text = new String(bytes, otherwise);
        }
        return Masked.line(text.replaceAll("\\p{Cntrl}", " ").stripTrailing());
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "[withheld]";
    }
}
