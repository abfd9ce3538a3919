package io.zizhu.sim.peer.ipp;

import com.sun.net.httpserver.HttpExchange;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The bad luck of answers on their way over HTTP; {@link IppPeer} names the acts. Any thread. */
final class HttpTrouble {
    private static final int KEPT_ON_TAPE = 600;
    private static final int LAST_OF_NUMBER = 7;

    private volatile int status = 200;
    private volatile boolean loseNext;
    private volatile boolean half;
    private volatile boolean mixup;

    void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "lose" -> loseNext = true;
            case "http" -> status = IppPeer.number(with, "status", 500);
            case "half" -> half = IppPeer.on(with);
            case "mixup" -> mixup = IppPeer.on(with);
            default -> throw new Refused("no trouble of HTTP is called \"" + act + "\"");
        }
    }

    void calm() {
        loseNext = false;
        half = false;
        mixup = false;
        status = 200;
    }

    List<String> words() {
        List<String> words = new ArrayList<>();
        if (loseNext) {
            words.add("lose");
        }
        if (half) {
            words.add("half");
        }
        if (mixup) {
            words.add("mixup");
        }
        if (status != 200) {
            words.add("http");
        }
        return words;
    }

    /** Sends an answer as far as luck lets it. */
    void send(HttpExchange exchange, Request request, byte[] answer, Tape tape) throws IOException {
        boolean document =
                request.operation() == Operations.PRINT_JOB || request.operation() == Operations.SEND_DOCUMENT;
        if (document && loseNext) {
            loseNext = false;
            return; // closing without an answer drops the connection
        }
        int code = status;
        if (code != 200) {
            exchange.sendResponseHeaders(code, -1);
            return;
        }
        byte[] octets = answer.clone();
        if (mixup) {
            octets[LAST_OF_NUMBER] ^= 0x40;
        }
        tape.out(octets, Math.min(octets.length, KEPT_ON_TAPE));
        exchange.getResponseHeaders().set("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(200, octets.length);
        exchange.getResponseBody().write(half ? Arrays.copyOf(octets, octets.length / 2) : octets);
    }
}
