package io.zizhu.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What must come before what: nobody pays for what may be refused, nothing is decided before the face is known. */
final class Order {
    private record Before(Class<? extends Step> first, Class<? extends Step> then) {}

    private static final List<Before> LAW = List.of(
            new Before(Step.Identify.class, Step.Register.class),
            new Before(Step.Register.class, Step.Face.class),
            new Before(Step.Face.class, Step.Photo.class),
            new Before(Step.Face.class, Step.Decide.class),
            new Before(Step.Face.class, Step.Accept.class),
            new Before(Step.Check.class, Step.Decide.class),
            new Before(Step.Check.class, Step.Accept.class),
            new Before(Step.Sign.class, Step.Accept.class),
            new Before(Step.Accept.class, Step.Pay.class),
            new Before(Step.Decide.class, Step.Certificate.class),
            new Before(Step.Identify.class, Step.Progress.class),
            new Before(Step.Form.class, Step.Progress.class));

    private Order() {}

    static void check(String file, Item item) throws BadItem {
        List<Class<?>> seen = new ArrayList<>();
        for (int i = 0; i < item.steps().size(); i++) {
            Class<?> kind = item.steps().get(i).getClass();
            String field = "steps[" + i + "]";
            if (seen.contains(kind) && kind != Step.Form.class) {
                throw new BadItem(file, field, word(kind) + " stands twice");
            }
            for (Before law : LAW) {
                if (law.then() == kind && !seen.contains(law.first())) {
                    throw new BadItem(file, field, word(kind) + " needs " + word(law.first()) + " before it");
                }
            }
            seen.add(kind);
        }
        if (seen.isEmpty()) {
            throw new BadItem(file, "steps", "is empty");
        }
        if (item.has(Step.Pay.class) != item.feeFen() > 0) {
            throw new BadItem(file, "fee", item.feeFen() + " fen and the step pay do not go together");
        }
    }

    private static String word(Class<?> kind) {
        return kind.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
