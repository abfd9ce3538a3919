package io.zizhu.service.flow;

import io.zizhu.catalogue.Question;
import io.zizhu.catalogue.Words;
import io.zizhu.service.port.Way;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What should be on the screen now. {@link #word()} is the {@code data-scene} that scripts and assistive tools rely on. */
public sealed interface Scene {
    /** The word of {@code data-scene}. */
    String word();

    /** Nobody is here. */
    record Idle(Words welcome) implements Scene {
        @Override
        public String word() {
            return "idle";
        }
    }

    /** The kiosk serves nobody now; the words say why and where to go. */
    record Closed(Words why) implements Scene {
        @Override
        public String word() {
            return "closed";
        }
    }

    record Home(Words welcome, List<Tile> tiles) implements Scene {
        public Home {
            tiles = List.copyOf(tiles);
        }

        @Override
        public String word() {
            return "home";
        }
    }

    /**
     * One item on the home screen.
     *
     * @param whyNot empty where it can be chosen now
     */
    record Tile(String code, Words name, Words summary, long feeFen, int minutes, Words whyNot) {
        public boolean offered() {
            return whyNot.none();
        }
    }

    record Guide(Words summary, List<Words> lines, List<Words> bring, long feeFen, int minutes) implements Scene {
        public Guide {
            lines = List.copyOf(lines);
            bring = List.copyOf(bring);
        }

        @Override
        public String word() {
            return "guide";
        }
    }

    record Consent(Words text) implements Scene {
        @Override
        public String word() {
            return "consent";
        }
    }

    /**
     * @param hint empty at first; after a card that moved, what to do
     */
    record Identify(Words hint) implements Scene {
        @Override
        public String word() {
            return "identify";
        }
    }

    record Face(Words hint) implements Scene {
        @Override
        public String word() {
            return "face";
        }
    }

    /**
     * @param given answers so far, by question name
     * @param problems what is wrong, by question name; empty at first
     */
    record Form(List<Question> questions, Map<String, String> given, Map<String, Words> problems) implements Scene {
        public Form {
            questions = List.copyOf(questions);
            given = Map.copyOf(given);
            problems = Map.copyOf(problems);
        }

        @Override
        public String word() {
            return "form";
        }

        @Override
        public String toString() {
            return "Form[withheld]";
        }
    }

    /** Two candidates, shown by {@code Desk.picture} under the names {@code register} and {@code live}. */
    record Photo(List<String> candidates) implements Scene {
        public Photo {
            candidates = List.copyOf(candidates);
        }

        @Override
        public String word() {
            return "photo";
        }
    }

    record Check(List<Line> lines) implements Scene {
        public Check {
            lines = List.copyOf(lines);
        }

        @Override
        public String word() {
            return "check";
        }

        @Override
        public String toString() {
            return "Check[withheld]";
        }
    }

    /**
     * @param field what to edit with {@link Act.Edit}; empty for what cannot be changed here
     */
    record Line(String field, Words label, Words value) {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /**
     * @param hint empty at first; where the field was blank, what to do
     */
    record Sign(Words declaration, Words hint) implements Scene {
        @Override
        public String word() {
            return "sign";
        }
    }

    /**
     * There is more than one way to pay; the citizen chooses with {@link Act.PayBy}.
     *
     * @param ways in the order they are shown
     */
    record PayChoice(long feeFen, String caseNumber, List<Way> ways) implements Scene {
        public PayChoice {
            ways = List.copyOf(ways);
        }

        @Override
        public String word() {
            return "pay";
        }
    }

    /**
     * @param waiting true while the pad waits for the card, or the code for its payer: the citizen may still quit
     * @param code what to scan from the screen; empty with the other ways, and until it is made
     */
    record Pay(long feeFen, String caseNumber, boolean waiting, Way way, Optional<Code> code) implements Scene {
        /** At the pad. */
        public Pay(long feeFen, String caseNumber, boolean waiting) {
            this(feeFen, caseNumber, waiting, Way.CARD, Optional.empty());
        }

        @Override
        public String word() {
            return "pay";
        }
    }

    /**
     * A code on the screen that the citizen's telephone scans.
     *
     * @param until when it expires
     */
    record Code(String content, Instant until) {
        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    /** Something is being done that the citizen waits for. */
    record Wait(Words doing) implements Scene {
        @Override
        public String word() {
            return "wait";
        }
    }

    /** Paper is coming out, or has: take it. */
    record Issue(Words what, String caseNumber, boolean printing) implements Scene {
        @Override
        public String word() {
            return "issue";
        }
    }

    /** The matter is recorded: neutral words, a case number, perhaps a progress code. */
    record Outcome(Words title, Words body, String caseNumber, Optional<String> progressCode) implements Scene {
        @Override
        public String word() {
            return "outcome";
        }

        @Override
        public String toString() {
            return "Outcome[" + caseNumber + "]";
        }
    }

    record Status(String caseNumber, List<Stage> stages) implements Scene {
        public Status {
            stages = List.copyOf(stages);
        }

        @Override
        public String word() {
            return "status";
        }
    }

    record Stage(Instant at, Words what) {}

    record Rate() implements Scene {
        @Override
        public String word() {
            return "rate";
        }
    }

    record Bye(Words words) implements Scene {
        @Override
        public String word() {
            return "bye";
        }
    }

    /**
     * Something went wrong, kindly.
     *
     * @param happened what happened, in plain words
     * @param todo what to do next, always naming a place or an act
     * @param again whether {@link Act.Next} tries once more
     * @param caseNumber empty where there is no case yet
     */
    record Trouble(Words happened, Words todo, boolean again, String caseNumber) implements Scene {
        @Override
        public String word() {
            return "trouble";
        }
    }
}
