package io.zizhu.agent.line;

import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import io.zizhu.wire.json.Read;
import java.time.Duration;

/**
 * Asks the back office, through the centre. Blocking; called by the visit's thread. Every question may be asked again:
 * the centre answers the same {@code caseKey} the same way.
 */
public final class Office {
    private static final String PATH = "/line/ask";

    /** What the line brought back. */
    public sealed interface Heard {
        record Said(Answer answer) implements Heard {}

        /** The centre, or the office behind it, is away; nothing is known about whether the question arrived. */
        record Away(String reason) implements Heard {}
    }

    private final LineHttp http;

    Office(LineHttp http) {
        this.http = http;
    }

    /** Asks, and once more where the connection broke early: a pooled one may have died unseen. */
    public Heard ask(Question question, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        byte[] body = Question.FORM.bytes(question);
        var first = http.post(PATH, body, patience);
        Duration left = Duration.ofNanos(end - System.nanoTime());
        boolean again = first instanceof LineHttp.Reply.Away && left.compareTo(patience.dividedBy(2)) > 0;
        return heard(again ? http.post(PATH, body, left) : first);
    }

    private static Heard heard(LineHttp.Reply reply) {
        return switch (reply) {
            case LineHttp.Reply.Away(String reason) -> new Heard.Away(reason);
            case LineHttp.Reply.Refused(int status, var _) -> new Heard.Away("status " + status);
            case LineHttp.Reply.Body(byte[] body) ->
                switch (Answer.FORM.open(body)) {
                    case Read.Good<Answer>(Answer answer) -> new Heard.Said(answer);
                    case Read.Bad<Answer>(String field, String why) -> new Heard.Away(field + " " + why);
                };
        };
    }
}
