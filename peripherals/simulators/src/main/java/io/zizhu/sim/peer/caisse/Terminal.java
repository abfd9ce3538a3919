package io.zizhu.sim.peer.caisse;

import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.pay.Booking;
import io.zizhu.sim.peer.pay.Ledger;
import io.zizhu.sim.peer.pay.Mood;
import io.zizhu.sim.peer.pay.Mouth;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * What the terminal does with one question on one connection. It keeps the last word: a till that hangs up meanwhile does
 * not end a payment, only the person before the terminal does.
 */
final class Terminal {
    private static final String YUAN = "156";
    private static final int QUIET_MILLIS = 20;
    private static final long CARD_MILLIS = 60_000;
    private static final long AUTOMATIC_MILLIS = 1_500;
    private static final int STATUS_AT = 3; // a digit of the first length

    private final Tape tape;
    private final Mood mood;
    private final Ledger ledger;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final LinkedBlockingQueue<String> persons = new LinkedBlockingQueue<>();
    private volatile boolean waiting;

    Terminal(Tape tape, Mood mood, Ledger ledger) {
        this.tape = tape;
        this.mood = mood;
        this.ledger = ledger;
    }

    boolean waiting() {
        return waiting;
    }

    void person(String act) throws Refused {
        if (!waiting) {
            throw new Refused("no payment is waiting for \"" + act + "\"");
        }
        if (mood.hung()) {
            throw new Refused("the pad hangs");
        }
        persons.add(act);
    }

    /** Ends whatever waits, without an answer: the plug was pulled. */
    void drop() {
        if (waiting) {
            persons.add("drop");
        }
    }

    /** Serves one connection to its end; a second one meanwhile is hung up on. */
    void serve(Socket socket) throws IOException {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            Map<String, String> question = Tagged.read(question(socket));
            while (mood.hung() && !socket.isClosed()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            Mouth mouth = new Mouth(socket.getOutputStream(), mood, tape);
            if (!Tagged.complete(question)) {
                answer(mouth, question, Map.of("AE", "01", "AF", "09"));
            } else if (!YUAN.equals(question.get("CE"))) {
                answer(mouth, question, Map.of("AE", "01", "AF", "13"));
            } else {
                pay(mouth, question);
            }
        } finally {
            busy.set(false);
        }
    }

    /** A question does not say how long it is: it is over when nothing follows for a moment. */
    private String question(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        byte[] chunk = new byte[1024];
        int came = in.read(chunk);
        while (came >= 0) {
            tape.in(chunk, came);
            text.append(new String(chunk, 0, came, StandardCharsets.US_ASCII));
            socket.setSoTimeout(QUIET_MILLIS);
            try {
                came = in.read(chunk);
            } catch (SocketTimeoutException quiet) {
                break;
            }
        }
        return text.toString();
    }

    private void pay(Mouth mouth, Map<String, String> question) throws IOException {
        long amount = Long.parseLong(question.getOrDefault("CB", "0"));
        boolean back = "1".equals(question.get("CD"));
        switch (decision()) {
            case "tap" -> {
                Booking booking = back ? ledger.payOut(amount) : ledger.book(amount);
                if (mood.losesNow()) {
                    ledger.lost(booking, mood.afterLoss());
                    return; // the line drops
                }
                answer(mouth, question, done(booking));
            }
            case "decline" -> answer(mouth, question, Map.of("AE", "01", "AF", "04"));
            case "cancel" -> answer(mouth, question, Map.of("AE", "01", "AF", "11"));
            case "nobody" -> answer(mouth, question, Map.of("AE", "01", "AF", "08"));
            default -> {} // dropped
        }
    }

    private String decision() throws IOException {
        persons.clear();
        waiting = true;
        try {
            boolean automatic = !"off".equals(mood.auto());
            String act = persons.poll(automatic ? AUTOMATIC_MILLIS : CARD_MILLIS, TimeUnit.MILLISECONDS);
            return act != null ? act : automatic ? mood.auto() : "nobody";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stop);
        } finally {
            waiting = false;
        }
    }

    private static Map<String, String> done(Booking booking) {
        Map<String, String> done = new LinkedHashMap<>();
        done.put("AE", "10");
        done.put("CC", "00U"); // UnionPay
        done.put("CI", "2");
        done.put("AC", "%06d".formatted(booking.trace()));
        done.put("AA", "621700######1234");
        done.put("AB", "2812");
        done.put("AI", "A000000333010101");
        done.put("CF", "1010000000");
        done.put("CG", "424242");
        return done;
    }

    /** The question once more, and what became of it. */
    private void answer(Mouth mouth, Map<String, String> question, Map<String, String> outcome) throws IOException {
        Map<String, String> answer = new LinkedHashMap<>(question);
        answer.putIfAbsent("CZ", "0300");
        if (mood.merging()) {
            Map<String, String> first = new LinkedHashMap<>(answer);
            first.put("AE", "11");
            mouth.sayBefore(Tagged.write(first), STATUS_AT);
        }
        answer.putAll(outcome);
        mouth.say(Tagged.write(answer), STATUS_AT);
    }
}
