package io.zizhu.terminal.centre;

import io.zizhu.agent.line.Office;
import io.zizhu.device.Patience;
import io.zizhu.service.day.OfficeBooks;
import io.zizhu.wire.ask.Answer;
import io.zizhu.wire.ask.Question;
import java.time.Instant;

/** Asks the centre over the agent's line what it has of this terminal's payments. Any thread. */
public final class DayOffice implements OfficeBooks {
    private final BackOffices.Line line;

    public DayOffice(BackOffices.Line line) {
        this.line = line;
    }

    @Override
    public OfficeDay day(Instant from, Instant to, Patience patience) {
        try {
            return switch (line.ask(new Question.Day(from, to), patience.left())) {
                case Office.Heard.Away(String reason) -> new OfficeDay.Away(reason);
                case Office.Heard.Said(Answer.Day day) ->
                    new OfficeDay.Known(day.fees().stream()
                            .map(fee ->
                                    new Paid(fee.caseNumber(), fee.made(), fee.fen(), fee.receipt(), fee.withdrawn()))
                            .toList());
                case Office.Heard.Said(Answer other) ->
                    new OfficeDay.Away(
                            "an answer to another question: " + other.getClass().getSimpleName());
            };
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new OfficeDay.Away("the terminal is stopping");
        }
    }
}
