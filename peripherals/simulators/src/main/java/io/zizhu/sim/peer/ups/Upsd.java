package io.zizhu.sim.peer.ups;

import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.line.LineTrouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One conversation of upsd with a client, by the NUT developer guide's "Network protocol information". It knows one UPS
 * ({@value #NAME}) and one user ({@value #USER}, {@value #PASSWORD}), whom it checks at LOGIN as upsd does. One thread.
 */
final class Upsd {
    static final String NAME = "training";
    static final String USER = "kiosk";
    static final String PASSWORD = "pass \"word\"";

    private static final int LONGEST = 512;
    private static final int CHUNK = 64;

    private final Supplier<Battery> battery;
    private final Supplier<String> lost;
    private String user = "";
    private String password = "";
    private boolean leaving;

    Upsd(Supplier<Battery> battery, Supplier<String> lost) {
        this.battery = battery;
        this.lost = lost;
    }

    void serve(InputStream in, OutputStream out, Tape tape, LineTrouble trouble) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int length = in.read(chunk); length >= 0 && !leaving; length = in.read(chunk)) {
            tape.in(chunk, length);
            for (int at = 0; at < length; at++) {
                if (chunk[at] == '\n') {
                    String answer = answer(line.toString(StandardCharsets.UTF_8).strip());
                    line.reset();
                    trouble.send(answer.getBytes(StandardCharsets.UTF_8), out, tape);
                } else if (line.size() < LONGEST) {
                    line.write(chunk[at]);
                }
            }
            if (leaving) {
                return;
            }
        }
    }

    private String answer(String question) {
        if (question.startsWith("USERNAME ")) {
            user = unquoted(question.substring(9));
            return "OK\n";
        }
        if (question.startsWith("PASSWORD ")) {
            password = unquoted(question.substring(9));
            return "OK\n";
        }
        String[] words = question.split("\\s+");
        return switch (words[0]) {
            case "VER" -> "Network UPS Tools upsd 2.8.0 (pretend) - http://www.networkupstools.org/\n";
            case "NETVER", "PROTVER" -> "1.3\n";
            case "LOGIN" -> logIn(words);
            case "LOGOUT" -> {
                leaving = true;
                yield "OK Goodbye\n";
            }
            case "LIST" -> list(words);
            case "GET" -> get(words);
            default -> "ERR UNKNOWN-COMMAND\n";
        };
    }

    private String logIn(String[] words) {
        if (words.length != 2) {
            return "ERR INVALID-ARGUMENT\n";
        }
        if (!words[1].equals(NAME)) {
            return "ERR UNKNOWN-UPS\n";
        }
        return user.equals(USER) && password.equals(PASSWORD) ? "OK\n" : "ERR ACCESS-DENIED\n";
    }

    private String list(String[] words) {
        if (words.length == 2 && words[1].equals("UPS")) {
            return "BEGIN LIST UPS\nUPS " + NAME + " \"Training UPS\"\nEND LIST UPS\n";
        }
        if (words.length != 3 || !words[1].equals("VAR")) {
            return "ERR INVALID-ARGUMENT\n";
        }
        String refused = refused(words[2]);
        if (!refused.isEmpty()) {
            return refused;
        }
        StringBuilder text = new StringBuilder("BEGIN LIST VAR " + NAME + "\n");
        for (Map.Entry<String, String> each : battery.get().variables().entrySet()) {
            text.append("VAR " + NAME + " " + each.getKey() + " " + quoted(each.getValue()) + "\n");
        }
        return text.append("END LIST VAR " + NAME + "\n").toString();
    }

    private String get(String[] words) {
        if (words.length != 4 || !words[1].equals("VAR")) {
            return "ERR INVALID-ARGUMENT\n";
        }
        String refused = refused(words[2]);
        if (!refused.isEmpty()) {
            return refused;
        }
        String value = battery.get().variables().get(words[3]);
        return value == null ? "ERR VAR-NOT-SUPPORTED\n" : "VAR " + NAME + " " + words[3] + " " + quoted(value) + "\n";
    }

    private String refused(String ups) {
        if (!ups.equals(NAME)) {
            return "ERR UNKNOWN-UPS\n";
        }
        String now = lost.get();
        return now.isEmpty() ? "" : "ERR " + now + "\n";
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unquoted(String word) {
        String inner = word.startsWith("\"") && word.endsWith("\"") ? word.substring(1, word.length() - 1) : word;
        return inner.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
