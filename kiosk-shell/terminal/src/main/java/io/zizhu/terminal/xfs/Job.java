package io.zizhu.terminal.xfs;

import io.zizhu.device.Patience;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.terminal.xfs.message.Request;
import io.zizhu.terminal.xfs.message.Verb;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command on its way through a service: waits, is carried out or given up, and is completed exactly once. */
final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /** For clients that set no timeout: nobody works on one command for longer. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private enum Stage {
        WAITING,
        BEGUN,
        ENDED
    }

    private final Client client;
    private final Request request;
    private final Verb verb;
    private final Function<Patience, Answer> work;
    private final Patience patience;
    private final Duration atMost;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    Job(Client client, Request request, Verb verb, Function<Patience, Answer> work) {
        this.client = client;
        this.request = request;
        this.verb = verb;
        this.work = work;
        boolean set = request.timeout().isPositive() && request.timeout().compareTo(LONGEST) < 0;
        this.atMost = set ? request.timeout() : LONGEST;
        this.patience = Patience.of(atMost);
    }

    /** From now on. */
    Duration atMost() {
        return atMost;
    }

    boolean of(Client one) {
        return client == one;
    }

    int id() {
        return request.id();
    }

    void carryOut() {
        if (!stage.compareAndSet(Stage.WAITING, Stage.BEGUN)) {
            return;
        }
        Answer answer;
        try {
            answer = work.apply(patience);
        } catch (RuntimeException bug) { // what it says may quote anything: the log keeps it, the client gets the class
            LOG.error("{} ended by a bug", request.name(), bug);
            answer = Answer.not(Code.INTERNAL_ERROR, bug.getClass().getSimpleName());
        }
        stage.set(Stage.ENDED);
        boolean stopped = patience.cancelled() && answer.code() == Code.TIME_OUT;
        client.complete(request, verb.answered(), stopped ? Answer.not(Code.CANCELED, answer.why()) : answer);
    }

    /** Where it waits it is over at once; where it is carried out it ends soon, in whatever way it comes to. */
    boolean cancel() {
        patience.cancel();
        return giveUp(Code.CANCELED, "cancelled before it was begun");
    }

    boolean late() {
        return giveUp(Code.TIME_OUT, "its turn did not come in time");
    }

    /** @return whether it ended by this */
    private boolean giveUp(Code code, String why) {
        boolean ended = stage.compareAndSet(Stage.WAITING, Stage.ENDED);
        if (ended) {
            client.complete(request, verb.answered(), Answer.not(code, why));
        }
        return ended;
    }
}
