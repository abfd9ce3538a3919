package io.zizhu.driver.sam;

import io.zizhu.device.DeviceAway;
import io.zizhu.device.Fault;
import io.zizhu.device.Patience;
import io.zizhu.driver.link.Link;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One question and its answer over a line that may be slow, noisy or silent; owner thread only. */
final class Exchange implements AutoCloseable {
    private static final int TRIES = 2;

    private final Link link;
    private final Frames frames = new Frames();

    Exchange(Link link) {
        this.link = link;
    }

    /**
     * Asks, once more where noise spoilt question or answer or nothing came at all.
     *
     * @return empty once patience is over; else the answer, which may still be one of noise
     * @throws DeviceAway {@code SILENT} or {@code GARBLED} where no whole answer came twice, {@code LOST} by the link
     */
    Optional<Answer> ask(Command command, Patience patience) throws DeviceAway {
        Optional<Answer> answer = Optional.empty();
        for (int tries = 1; tries <= TRIES && !patience.over(); tries++) {
            answer = once(command, patience);
            if (answer.isPresent() && !answer.get().spoiltOnTheWay()) {
                return answer;
            }
        }
        if (answer.isEmpty() && !patience.over()) {
            throw frames.spoilt() > 0
                    ? new DeviceAway(Fault.Kind.GARBLED, command + ": answers fail their check")
                    : new DeviceAway(Fault.Kind.SILENT, command + ": no answer");
        }
        return answer;
    }

    /** Forgets, with zeros, what came of answers nobody waits for any more. */
    void forget() {
        link.drain();
        frames.wipe();
    }

    private Optional<Answer> once(Command command, Patience patience) throws DeviceAway {
        link.drain();
        frames.wipe();
        link.send(command.frame());
        Duration silence = command.silence();
        while (!patience.over()) {
            byte[] chunk = receive(patience, silence);
            if (chunk.length == 0) {
                return Optional.empty();
            }
            List<Answer> whole = frames.feed(chunk);
            Arrays.fill(chunk, (byte) 0);
            if (frames.spoilt() > 0) { // what looks whole may be a piece of its photo: let the rest pass, ask again
                silence = Duration.ofMillis(100);
            } else if (!whole.isEmpty()) {
                return Optional.of(whole.getFirst());
            }
        }
        return Optional.empty();
    }

    /** Waits in short turns, for a cancel does not reach a patience cut from another. */
    private byte[] receive(Patience patience, Duration silence) throws DeviceAway {
        Patience quiet = Patience.of(silence);
        byte[] chunk = {};
        while (chunk.length == 0 && !quiet.over() && !patience.over()) {
            chunk = link.receive(quiet.atMost(Duration.ofMillis(Math.min(50, patience.leftMillis() + 1))));
        }
        return chunk;
    }

    @Override
    public void close() {
        link.close();
        frames.wipe();
    }
}
