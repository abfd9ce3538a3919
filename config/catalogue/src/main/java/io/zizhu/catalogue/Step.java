package io.zizhu.catalogue;

import java.util.List;

/** One act in an item, in the order the citizen meets them. */
public sealed interface Step {
    /** What to bring, what it costs, how it goes. */
    record Guide(List<Words> lines) implements Step {
        public Guide {
            lines = List.copyOf(lines);
        }
    }

    /** What is done with the citizen's data, and their word for it. */
    record Consent(Words text) implements Step {}

    /** Card on the reader. */
    record Identify() implements Step {}

    /** The register is asked, and who may not go on is told where to go. */
    record Register(List<Rule> rules) implements Step {
        public Register {
            rules = List.copyOf(rules);
        }
    }

    /** The person is compared with the reference picture. */
    record Face() implements Step {}

    record Form(List<Question> questions) implements Step {
        public Form {
            questions = List.copyOf(questions);
        }
    }

    /** Which picture the new document shall bear. */
    record Photo() implements Step {}

    /** The citizen reads everything once more and may go back to change it. */
    record Check() implements Step {}

    record Sign(Words declaration) implements Step {}

    /** The back office decides at once: granted, to an officer, or not issued. */
    record Decide() implements Step {}

    /** The back office accepts provisionally and gives the case number; decided later. */
    record Accept() implements Step {}

    /** The fee is charged and the case confirmed. */
    record Pay() implements Step {}

    /** The sealed certificate is printed. */
    record Certificate() implements Step {}

    /**
     * A slip with the case number and these lines.
     *
     * @param withoutFingerReader said where this kiosk took no fingerprints, with a reader or without
     */
    record Slip(List<Words> lines, List<Words> withoutFingerReader) implements Step {
        public Slip {
            lines = List.copyOf(lines);
            withoutFingerReader = List.copyOf(withoutFingerReader);
        }
    }

    /** How far an earlier case is; asked with its code and the identity. */
    record Progress() implements Step {}

    record Rate() implements Step {}
}
