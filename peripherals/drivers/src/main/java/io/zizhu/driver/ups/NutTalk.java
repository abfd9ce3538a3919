package io.zizhu.driver.ups;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Questions to upsd and its answers, a line each or a list between BEGIN and END. An answer that does not come leaves
 * the line where nobody can tell a late one from the next, so the link is given up.
 */
final class NutTalk implements AutoCloseable {
    /** upsd answers from its memory, never from the device: this is long. */
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** How long an answer is still waited for once the caller gave up. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final int MOST_LINES = 2_000;

    private final Link link;
    private final StringBuilder heard = new StringBuilder();

    NutTalk(Link link) {
        this.link = link;
    }

    /** Asks what is answered by one line, which may be an error. */
    NutLine ask(String question, Patience patience) throws DeviceAway {
        send(question);
        return cut(line(new Wait(patience, verb(question))));
    }

    /** Asks for all variables of a UPS. */
    NutList variables(String ups, Patience patience) throws DeviceAway {
        send("LIST VAR " + ups);
        Wait wait = new Wait(patience, "LIST VAR");
        NutLine first = cut(line(wait));
        if (first.error().isPresent()) {
            return new NutList.Refused(first.error().get());
        }
        if (!first.begins("BEGIN", "LIST", "VAR", ups)) {
            throw garbled("LIST VAR", "does not begin a list");
        }
        Map<String, String> values = new HashMap<>();
        for (int count = 0; count < MOST_LINES; count++) {
            NutLine next = cut(line(wait));
            if (next.begins("END", "LIST", "VAR", ups)) {
                return new NutList.Variables(values);
            }
            if (!next.begins("VAR", ups) || next.words().size() != 4) {
                throw garbled("LIST VAR", "a line is neither VAR nor END");
            }
            values.put(next.word(2), next.word(3));
        }
        throw garbled("LIST VAR", "a list without end");
    }

    private void send(String question) throws DeviceAway {
        link.drain();
        heard.setLength(0);
        link.send((question + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String line(Wait wait) throws DeviceAway {
        while (true) {
            int end = heard.indexOf("\n");
            if (end >= 0) {
                String line = heard.substring(0, end);
                heard.delete(0, end + 1);
                return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            }
            if (heard.length() > NutLine.LONGEST) {
                throw garbled(wait.asked, "a line without end");
            }
            byte[] bytes = link.receive(wait.left());
            heard.append(
                    new String(bytes, StandardCharsets.ISO_8859_1)); // upsd promises no encoding; all we read is ASCII
        }
    }

    private static NutLine cut(String line) throws DeviceAway {
        return NutLine.cut(line).orElseThrow(() -> garbled("an answer", "a quote is not closed"));
    }

    /** The words of a question that may be told: never what follows PASSWORD. */
    private static String verb(String question) {
        int end = question.indexOf(' ');
        return end < 0 ? question : question.substring(0, end);
    }

    private static DeviceAway garbled(String asked, String what) {
        return new DeviceAway(Fault.Kind.GARBLED, "upsd: " + asked + ": " + what);
    }

    @Override
    public void close() {
        link.close();
    }

    /** How long one answer is waited for: its own limit, or a moment more than a caller who has gone. */
    private static final class Wait {
        private final Patience limit = Patience.of(ANSWER);
        private final Patience caller;
        private final String asked;
        private long gone;

        Wait(Patience caller, String asked) {
            this.caller = caller;
            this.asked = asked;
        }

        Patience left() throws DeviceAway {
            if (caller.over() && gone == 0) {
                gone = System.nanoTime();
            }
            if (limit.over() || (gone != 0 && System.nanoTime() - gone > GRACE.toNanos())) {
                throw new DeviceAway(Fault.Kind.SILENT, "upsd: " + asked + ": no answer in time");
            }
            return limit.atMost(Duration.ofMillis(100));
        }
    }
}
