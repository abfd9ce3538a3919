package io.zizhu.sim.peer.escpos;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Carries out one whole command after the other on the paper. Unknown commands are skipped at their length, as
 * printers do. One thread at a time.
 */
final class Head {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset LATIN = Charset.forName("IBM437");

    /** What a command leads to beyond marks on paper. */
    sealed interface Effect {
        record Done() implements Effect {}

        record Cut(byte[] png) implements Effect {}

        record Say(byte[] answer) implements Effect {}

        record Push(boolean on) implements Effect {}

        /** Pushes no more status, as after switching on. */
        record Quiet() implements Effect {}
    }

    private static final Effect DONE = new Effect.Done();

    private final Paper paper;
    private final Health health;
    private final QrStore qr = new QrStore();
    private Style style = Style.PLAIN;
    private Paper.Align align = Paper.Align.LEFT;
    private boolean chinese;

    Head(Paper paper, Health health) {
        this.paper = paper;
        this.health = health;
    }

    boolean chinese() {
        return chinese;
    }

    /** Back to how it was when switched on; the paper stays. */
    void initialise() {
        style = Style.PLAIN;
        align = Paper.Align.LEFT;
        chinese = false;
    }

    Effect obey(byte[] command) throws IOException {
        int first = command[0] & 0xFF;
        return switch (command.length == 1 ? -1 : first) {
            case 0x1B -> escape(command);
            case 0x1D -> group(command);
            case 0x1C -> field(command);
            case 0x10 -> DONE;
            default -> {
                type(command, first);
                yield DONE;
            }
        };
    }

    private void type(byte[] bytes, int first) {
        if (first == '\n') {
            paper.feedLine(align);
        } else if (first == '\t') {
            paper.tab(style, align);
        } else if (first >= 0x20) {
            String text = new String(bytes, chinese ? GB18030 : LATIN);
            paper.type(text.codePointAt(0), bytes.length > 1, style, align);
        }
    }

    private Effect escape(byte[] c) throws IOException {
        int n = c.length > 2 ? c[2] & 0xFF : 0;
        switch (c[1]) {
            case '@' -> {
                initialise();
                return new Effect.Quiet();
            }
            case '!' ->
                style = Style.PLAIN
                        .bold((n & 0x08) != 0)
                        .underlined((n & 0x80) != 0)
                        .size((n & 0x20) != 0 ? 2 : 1, (n & 0x10) != 0 ? 2 : 1);
            case 'E', 'G' -> style = style.bold((n & 1) != 0);
            case '-' -> style = style.underlined((n & 3) != 0);
            case 'a' ->
                align = switch (n % 48) {
                    case 1 -> Paper.Align.CENTRE;
                    case 2 -> Paper.Align.RIGHT;
                    default -> Paper.Align.LEFT;
                };
            case 'd' -> feed(n);
            case 'J' -> {
                ending();
                paper.feedDots(n);
            }
            case 'i', 'm' -> {
                return cut();
            }
            default -> {
                return DONE;
            }
        }
        return DONE;
    }

    private Effect group(byte[] c) throws IOException {
        int n = c[2] & 0xFF;
        switch (c[1]) {
            case '!' -> style = style.size((n >> 4) % 8 + 1, (n & 0x0F) % 8 + 1);
            case 'B' -> style = style.inverse((n & 1) != 0);
            case 'V' -> {
                if (c.length == 4) {
                    paper.feedDots(c[3] & 0xFF);
                }
                return cut();
            }
            case 'v' -> raster(c);
            case '(' -> {
                return list(c);
            }
            case 'k' -> barcode(c);
            case 'a' -> {
                return new Effect.Push(n != 0);
            }
            case 'r' -> {
                return new Effect.Say(new byte[] {n % 48 == 1 ? health.paper() : 0});
            }
            case 'I' -> {
                return new Effect.Say(identity(n % 48));
            }
            default -> {
                return DONE;
            }
        }
        return DONE;
    }

    private Effect field(byte[] c) {
        switch (c[1]) {
            case '&' -> chinese = true;
            case '.' -> chinese = false;
            case '!' ->
                style = style.size((c[2] & 0x04) != 0 ? 2 : 1, (c[2] & 0x08) != 0 ? 2 : 1)
                        .underlined((c[2] & 0x80) != 0);
            case '-' -> style = style.underlined((c[2] & 3) != 0);
            case 'W' -> style = (c[2] & 1) != 0 ? style.size(2, 2) : style.size(1, 1);
            default -> {
                return DONE;
            }
        }
        return DONE;
    }

    /** GS ( : QR code (k) and the response with a job's own id (H). */
    private Effect list(byte[] c) throws IOException {
        if (c[2] == 'H' && c.length >= 11 && c[5] == '0' && c[6] == '0') {
            return new Effect.Say(new byte[] {0x37, 0x22, c[7], c[8], c[9], c[10], 0});
        }
        if (c[2] == 'k' && c.length >= 7 && c[5] == '1') {
            switch (c[6]) {
                case 67 -> qr.module(c[7] & 0xFF);
                case 69 -> qr.level(c[7] & 0xFF);
                case 80 -> qr.store(c, 8);
                case 81 -> {
                    ending();
                    paper.picture(qr.draw(), qr.module(), qr.module(), align);
                }
                default -> {
                    return DONE;
                }
            }
        }
        return DONE;
    }

    private void raster(byte[] c) {
        ending();
        int across = (c[4] & 0xFF) + 256 * (c[5] & 0xFF);
        int down = (c[6] & 0xFF) + 256 * (c[7] & 0xFF);
        boolean[][] dots = new boolean[down][across * 8];
        for (int at = 0; at < across * down * 8; at++) {
            dots[at / (across * 8)][at % (across * 8)] = (c[8 + at / 8] >> (7 - at % 8) & 1) == 1;
        }
        paper.picture(dots, (c[3] & 1) + 1, (c[3] >> 1 & 1) + 1, align);
    }

    /** Shown as its words: the training slips carry QR codes, no bars. */
    private void barcode(byte[] c) {
        ending();
        int from = c[2] >= 'A' ? 4 : 3;
        String words = new String(Arrays.copyOfRange(c, from, c.length), StandardCharsets.US_ASCII);
        ("|| " + words.replace("\0", "") + " ||").codePoints().forEach(one -> paper.type(one, false, style, align));
        paper.feedLine(align);
    }

    private static byte[] identity(int n) {
        return n == 1 ? new byte[] {0x20} : "_ZIZHU SIM\0".getBytes(StandardCharsets.US_ASCII);
    }

    private void feed(int lines) {
        int left = lines;
        if (paper.midLine()) {
            paper.feedLine(align);
            left--;
        }
        for (; left > 0; left--) {
            paper.feedLine(align);
        }
    }

    private void ending() {
        if (paper.midLine()) {
            paper.feedLine(align);
        }
    }

    private Effect cut() throws IOException {
        Optional<byte[]> piece = paper.cut(align);
        return piece.<Effect>map(Effect.Cut::new).orElse(DONE);
    }
}
