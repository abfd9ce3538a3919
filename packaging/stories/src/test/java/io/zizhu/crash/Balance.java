package io.zizhu.crash;

import java.util.ArrayList;
import java.util.List;

/**
 * What must be true once a terminal is back, of everything that came since {@code before}. The staff's list is what they
 * read at the terminal.
 */
record Balance(Books before, Books now, List<String> doubts) {
    /** Everything that is wrong, in words; empty where the sum is right. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        money(wrong);
        now.matters().values().stream()
                .filter(matter -> !before.matters().containsKey(matter.number()))
                .forEach(matter -> matter(matter, wrong));
        now.printed().forEach((number, times) -> {
            if (times > 1) {
                wrong.add(number + " was printed " + times + " times");
            }
        });
        doubts.stream()
                .filter(doubt -> doubt.split("\\|", -1)[2].isBlank())
                .forEach(doubt -> wrong.add("a doubt without a reason: " + doubt));
        now.alarms().stream()
                .skip(before.alarms().size())
                .forEach(alarm -> wrong.add("the centre raised an alarm: " + alarm));
        return wrong;
    }

    /** Money that stands at the pad and belongs to no matter is listed; a listed doubt may also be of nothing. */
    private void money(List<String> wrong) {
        long over = (now.taken() - before.taken()) - (now.paid() - before.paid());
        long listed = doubts.stream()
                .filter(doubt -> doubt.startsWith("payment|"))
                .map(doubt -> doubt.split("\\|", -1)[1])
                .mapToLong(number -> now.matters().containsKey(number)
                        ? now.matters().get(number).fee()
                        : 0)
                .sum();
        if (over < 0) {
            wrong.add(-over + " fen are booked as paid that the pad does not have");
        } else if (over > listed) {
            wrong.add(over + " fen stand at the pad for nothing, listed are " + listed);
        }
    }

    private void matter(Books.Matter matter, List<String> wrong) {
        int sheets = now.printed().getOrDefault(matter.certificate(), 0);
        boolean listed = doubts.stream().anyMatch(doubt -> doubt.contains("|" + matter.number() + "|"));
        String trouble =
                switch (matter.state()) {
                    case "TAKEN" -> matter.fee() > 0 && matter.receipt().isEmpty() ? "is taken without money" : "";
                    case "DONE" -> sheets == 0 ? "is granted, and no sheet came out" : "";
                    case "WITHDRAWN", "OFFICER" -> sheets > 0 ? "is " + matter.state() + ", and its sheet is out" : "";
                    default -> "is left " + matter.state();
                };
        if (!trouble.isEmpty() && !listed) {
            wrong.add("case " + matter.number() + " " + trouble + ", and nobody is told");
        }
        if (matter.state().equals("TAKEN") && (matter.code().isEmpty() || matter.steps() < 2)) {
            wrong.add("case " + matter.number() + " is taken, and its progress code opens nothing new");
        }
    }
}
