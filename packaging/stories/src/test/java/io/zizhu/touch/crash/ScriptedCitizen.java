package io.zizhu.touch.crash;

import io.zizhu.catalogue.Question;
import io.zizhu.service.desk.Desk;
import io.zizhu.service.desk.Shown;
import io.zizhu.service.flow.Act;
import io.zizhu.service.flow.Scene;
import io.zizhu.service.port.Signature;
import io.zizhu.service.port.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Goes through any item as quickly as the screens come: takes the first answer of every question, signs, pays by card.
 * Waits at the last words until told to go on. Told by the desk's thread and by the orders', hence its monitor.
 */
public final class ScriptedCitizen {
    private final Desk desk;
    private final Predicate<Scene> leaves;
    private final Consumer<String> say;
    private Optional<String> wanted = Optional.empty();
    private Optional<Shown> seen = Optional.empty();
    private Optional<Desk.Watch> watch = Optional.empty();

    /**
     * @param leaves whether this person gives up here
     * @param say hears {@code scene WORD} and, at the end of a visit, {@code done}
     */
    public ScriptedCitizen(Desk desk, Predicate<Scene> leaves, Consumer<String> say) {
        this.desk = desk;
        this.leaves = leaves;
        this.say = say;
    }

    /** Hears every scene from now on, for the life of the process. */
    public void looks() {
        watch.ifPresent(Desk.Watch::close);
        watch = Optional.of(desk.watch(this::sees));
    }

    /** Wants this item next. */
    public synchronized void comesFor(String item) {
        wanted = Optional.of(item);
        seen.ifPresent(this::does);
    }

    /** Leaves the last words. */
    public synchronized void goesOn() {
        seen.ifPresent(shown -> desk.act(shown.number(), new Act.Next()));
    }

    private synchronized void sees(Shown shown) {
        boolean same =
                seen.filter(before -> before.scene().equals(shown.scene())).isPresent();
        seen = Optional.of(shown);
        if (!same) {
            say.accept("scene " + shown.scene().word());
        }
        does(shown);
    }

    private void does(Shown shown) {
        if (shown.leavingSeconds() > 0) {
            desk.act(shown.number(), new Act.Stay());
        } else if (wanted.isPresent()) {
            Optional<Act> act = shown.canQuit() && leaves.test(shown.scene())
                    ? Optional.of(new Act.Quit())
                    : answer(shown.scene(), wanted.get());
            act.ifPresent(done -> desk.act(shown.number(), done));
        }
    }

    private Optional<Act> answer(Scene scene, String item) {
        return switch (scene) {
            case Scene.Idle _ -> Optional.of(new Act.Start());
            case Scene.Home(var _, var tiles) ->
                tiles.stream()
                        .filter(tile -> tile.code().equals(item) && tile.offered())
                        .<Act>map(tile -> new Act.Choose(tile.code()))
                        .findFirst();
            case Scene.Guide _, Scene.Consent _, Scene.Check _ -> Optional.of(new Act.Next());
            case Scene.Form form -> Optional.of(new Act.Submit(first(form.questions())));
            case Scene.Photo _ -> Optional.of(new Act.PickPhoto("live"));
            case Scene.Sign _ -> Optional.of(new Act.Sign(signature()));
            case Scene.PayChoice _ -> Optional.of(new Act.PayBy(Way.CARD));
            case Scene.Issue issue -> issue.printing() ? Optional.empty() : Optional.of(new Act.Next());
            case Scene.Rate _ -> Optional.of(new Act.Rate(5));
            case Scene.Trouble trouble -> {
                say.accept("trouble " + trouble.happened().en());
                yield Optional.of(new Act.Quit());
            }
            case Scene.Bye _ -> over();
            case Scene.Identify _,
                    Scene.Face _,
                    Scene.Pay _,
                    Scene.Wait _,
                    Scene.Outcome _,
                    Scene.Status _,
                    Scene.Closed _ -> Optional.empty();
        };
    }

    private Optional<Act> over() {
        wanted = Optional.empty();
        say.accept("done");
        return Optional.of(new Act.Next());
    }

    private static Map<String, String> first(List<Question> questions) {
        Map<String, String> answers = new HashMap<>();
        for (Question question : questions) {
            answers.put(question.name(), question.options().getFirst().value());
        }
        return answers;
    }

    private static Signature signature() {
        return new Signature(
                List.of(IntStream.range(0, 20)
                        .mapToObj(at -> new Signature.Dot(at * 40, 200 + at, at * 10))
                        .toList()),
                new byte[] {1});
    }
}
