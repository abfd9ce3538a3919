package io.zizhu.service.flow;

import io.zizhu.service.port.Signature;
import io.zizhu.service.port.Way;
import java.util.Map;

/** What the citizen did. {@link #word()} is the {@code data-act} where a control does just this. */
public sealed interface Act {
    String word();

    record Start() implements Act {
        @Override
        public String word() {
            return "start";
        }
    }

    record Choose(String item) implements Act {
        @Override
        public String word() {
            return "choose";
        }
    }

    /** On with it; also: agree, try again, done. */
    record Next() implements Act {
        @Override
        public String word() {
            return "next";
        }
    }

    record Back() implements Act {
        @Override
        public String word() {
            return "back";
        }
    }

    /** Chooses how to pay. */
    record PayBy(Way way) implements Act {
        @Override
        public String word() {
            return "pay-" + way.word();
        }
    }

    /** Stops the visit. */
    record Quit() implements Act {
        @Override
        public String word() {
            return "quit";
        }
    }

    /** Answers of a form, by question name; withheld. */
    record Submit(Map<String, String> answers) implements Act {
        public Submit {
            answers = Map.copyOf(answers);
        }

        @Override
        public String word() {
            return "next";
        }

        @Override
        public String toString() {
            return "[withheld]";
        }
    }

    record PickPhoto(String candidate) implements Act {
        @Override
        public String word() {
            return "next";
        }
    }

    /** From the check screen back to the question. */
    record Edit(String field) implements Act {
        @Override
        public String word() {
            return "edit";
        }
    }

    record Sign(Signature signature) implements Act {
        @Override
        public String word() {
            return "next";
        }
    }

    /**
     * @param stars 1 to 5; 0 skips
     */
    record Rate(int stars) implements Act {
        @Override
        public String word() {
            return "rate";
        }
    }

    /** One tap on the time warning. */
    record Stay() implements Act {
        @Override
        public String word() {
            return "stay";
        }
    }

    /** A finger on the glass that changes nothing but shows that somebody is here. */
    record Touch() implements Act {
        @Override
        public String word() {
            return "touch";
        }
    }
}
