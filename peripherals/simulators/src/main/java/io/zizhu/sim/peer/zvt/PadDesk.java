package io.zizhu.sim.peer.zvt;

import io.zizhu.device.Status;
import io.zizhu.sim.peer.Refused;
import io.zizhu.sim.peer.Tape;
import io.zizhu.sim.peer.pay.Ledger;
import io.zizhu.sim.peer.pay.Mood;
import io.zizhu.sim.peer.pay.Mouth;
import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The pad behind its line, whatever the line is: what it remembers, how it feels, whom it talks to. Its own monitor guards
 * who that is; the rest is safe by itself.
 */
final class PadDesk {
    /** Cuts a line into messages. */
    @FunctionalInterface
    interface Cut {
        Framing framing(InputStream in, Mouth mouth, Tape tape);
    }

    final Tape tape = new Tape();
    final Ledger ledger = new Ledger();
    private final Mood mood = new Mood();
    private final AtomicInteger condition = new AtomicInteger();
    private @Nullable Conversation conversation;
    private @Nullable Till till;

    /**
     * Takes a new till up; the one before is hung up, unless a payment runs with it.
     *
     * @param line closing it hangs up
     * @return the conversation, to be run; empty where the new one has to go
     */
    synchronized Optional<Conversation> welcome(InputStream in, OutputStream out, Closeable line, Cut cut) {
        if (conversation != null && (conversation.waiting() || conversation.held())) {
            return Optional.empty();
        }
        hangUp();
        Till caller = new Till(cut.framing(in, new Mouth(out, mood, tape), tape), line, mood);
        Conversation talk = new Conversation(caller, mood, ledger, new Counter(caller, ledger, condition));
        till = caller;
        conversation = talk;
        return Optional.of(talk);
    }

    synchronized void hangUp() {
        Till caller = till;
        till = null;
        conversation = null;
        if (caller != null) {
            caller.close();
        }
    }

    /** {@code deviceBusy} while a card is awaited: then {@code tap} makes sense. */
    synchronized Status state() {
        if (mood.hung() || mood.silent()) {
            return Status.OFFLINE;
        }
        if (condition.get() != 0) {
            return Status.HARDWARE_ERROR;
        }
        return conversation != null && (conversation.waiting() || conversation.held())
                ? Status.DEVICE_BUSY
                : Status.ONLINE;
    }

    Map<String, String> about() {
        return Map.of(
                "trouble", mood.words(),
                "auto", mood.auto(),
                "taken", "%d.%02d CNY".formatted(ledger.taken() / 100, ledger.taken() % 100));
    }

    void act(String act, Map<String, String> with) throws Refused {
        switch (act) {
            case "tap", "decline", "cancel", "release" -> person(act);
            case "fault" -> condition.set(code(with.getOrDefault("state", "ff")));
            case "clear" -> clear();
            case "book" -> ledger.book(fen(with.getOrDefault("amount", "100"))); // by hand, at the pad's own keys
            default -> {
                if (!mood.act(act, with)) {
                    throw new Refused("a pay pad knows no act \"" + act + "\"");
                }
            }
        }
    }

    private static long fen(String text) throws Refused {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new Refused("amount: \"" + text + "\" is no sum in fen");
        }
        return Long.parseLong(text);
    }

    private static int code(String text) throws Refused {
        if (!text.matches("[0-9a-fA-F]{2}")) {
            throw new Refused("state: \"" + text + "\" is no byte in hexadecimal such as 51");
        }
        return Integer.parseInt(text, 16);
    }

    private synchronized void person(String act) throws Refused {
        Conversation talk = conversation;
        if (talk == null) {
            throw new Refused("no till is connected");
        }
        talk.person(act);
    }

    /** The pad is well again, as after switching it off and on: a till has to connect afresh. */
    synchronized void clear() {
        if (mood.stuck()) {
            hangUp(); // before the mood turns: what was hidden stays hidden
        }
        condition.set(0);
        mood.well();
    }
}
