package io.zizhu.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one item file; every complaint names file, field and value. */
public final class ItemFile {
    private static final Set<String> FIELDS =
            Set.of("code", "version", "name", "summary", "fee", "minutes", "bring", "steps");
    private static final int LARGEST = 64 * 1024;

    private ItemFile() {}

    /**
     * @param file what complaints call it
     * @throws BadItem where the file cannot be used; nothing is guessed
     */
    public static Item parse(String file, String yaml) throws BadItem {
        if (yaml.length() > LARGEST) {
            throw new BadItem(file, "(whole file)", yaml.length() + " characters are more than " + LARGEST);
        }
        Node root = new Node(file, "", load(file, yaml));
        root.map(FIELDS);
        List<Step> steps = new ArrayList<>();
        for (Node node : root.field("steps").list()) {
            steps.add(step(node));
        }
        Item item = new Item(
                root.field("code").text("[a-z][a-z0-9-]{1,39}", "lower case, digits and dashes"),
                root.field("version").number(1, Integer.MAX_VALUE),
                root.field("name").words(),
                root.field("summary").words(),
                root.field("fee").number(0, 100_000_00),
                root.field("minutes").number(1, 60),
                root.field("bring").manyWords(),
                steps);
        Order.check(file, item);
        return item;
    }

    private static Object load(String file, String yaml) throws BadItem {
        try {
            Object loaded = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
            if (loaded == null) {
                throw new BadItem(file, "(whole file)", "is empty");
            }
            return loaded;
        } catch (YamlEngineException bad) {
            throw new BadItem(file, "(whole file)", "is no YAML: " + bad.getMessage());
        }
    }

    private static Step step(Node node) throws BadItem {
        if (!(node.value() instanceof Map<?, ?> map) || map.size() != 1) {
            throw node.bad("should be one step, such as \"face: {}\"");
        }
        String kind = String.valueOf(map.keySet().iterator().next());
        Node body = node.field(kind);
        return switch (kind) {
            case "guide" -> new Step.Guide(body.manyWords());
            case "consent" -> new Step.Consent(body.words());
            case "identify" -> empty(body, new Step.Identify());
            case "register" -> new Step.Register(rules(body));
            case "face" -> empty(body, new Step.Face());
            case "form" -> new Step.Form(questions(body));
            case "photo" -> empty(body, new Step.Photo());
            case "check" -> empty(body, new Step.Check());
            case "sign" -> new Step.Sign(body.words());
            case "decide" -> empty(body, new Step.Decide());
            case "accept" -> empty(body, new Step.Accept());
            case "pay" -> empty(body, new Step.Pay());
            case "certificate" -> empty(body, new Step.Certificate());
            case "slip" -> slip(body);
            case "progress" -> empty(body, new Step.Progress());
            case "rate" -> empty(body, new Step.Rate());
            default -> throw node.bad("\"" + kind + "\" is no kind of step this terminal knows");
        };
    }

    private static Step slip(Node body) throws BadItem {
        body.map(Set.of("lines", "without-finger-reader"));
        return new Step.Slip(
                body.field("lines").manyWords(),
                body.has("without-finger-reader")
                        ? body.field("without-finger-reader").manyWords()
                        : List.of());
    }

    private static Step empty(Node body, Step step) throws BadItem {
        body.map(Set.of());
        return step;
    }

    private static List<Rule> rules(Node body) throws BadItem {
        body.map(Set.of("rules"));
        List<Rule> rules = new ArrayList<>();
        if (body.has("rules")) {
            for (Node node : body.field("rules").list()) {
                node.map(Set.of("kind", "value", "otherwise"));
                Rule.Kind kind = one(Rule.Kind.class, node.field("kind"));
                int value = kind == Rule.Kind.MIN_AGE ? node.field("value").number(1, 120) : 0;
                rules.add(new Rule(kind, value, node.field("otherwise").words()));
            }
        }
        return rules;
    }

    private static List<Question> questions(Node body) throws BadItem {
        body.map(Set.of("questions"));
        List<Question> questions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : body.field("questions").list()) {
            node.map(Set.of("name", "label", "kind", "options"));
            Question.Kind kind = one(Question.Kind.class, node.field("kind"));
            String name = node.field("name").text("[a-z][a-z-]{0,29}", "lower case and dashes");
            if (!names.add(name)) {
                throw node.field("name").bad("\"" + name + "\" is asked twice");
            }
            List<Question.Option> options = new ArrayList<>();
            if (kind == Question.Kind.CHOICE) {
                for (Node option : node.field("options").list()) {
                    option.map(Set.of("value", "label"));
                    options.add(new Question.Option(
                            option.field("value").text("[a-z0-9-]{1,30}", "lower case, digits and dashes"),
                            option.field("label").words()));
                }
            }
            questions.add(new Question(name, node.field("label").words(), kind, options));
        }
        return questions;
    }

    private static <E extends Enum<E>> E one(Class<E> type, Node node) throws BadItem {
        String text = node.text();
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return value;
            }
        }
        throw node.bad("\"" + text + "\" is none of the kinds known here");
    }
}
