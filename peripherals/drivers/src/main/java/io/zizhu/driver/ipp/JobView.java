package io.zizhu.driver.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import java.util.List;
import java.util.Optional;

/**
 * How a job stands.
 *
 * @param name what its sender called it, empty where the printer does not tell
 * @param state job-state: 3 pending, 4 held, 5 processing, 6 processing-stopped, 7 canceled, 8 aborted, 9 completed
 * @param sheets what the printer counted, 0 where it does not count
 * @param user who it says has sent it
 * @param untouched the printer says that it never began
 */
record JobView(int id, String name, int state, List<String> reasons, int sheets, boolean untouched, String user) {
    private static final int PROCESSING_STOPPED = 6;
    private static final int CANCELED = 7;
    private static final int ABORTED = 8;
    private static final int COMPLETED = 9;

    JobView {
        reasons = List.copyOf(reasons);
    }

    /** Empty where what every job must have is missing or is not what it should be. Pure. */
    static Optional<JobView> of(AttributeGroup group) {
        Optional<Integer> id = Told.number(group, "job-id");
        Optional<Integer> state = Told.number(group, "job-state");
        if (id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        Attribute<?> begun = group.get("time-at-processing");
        int sheets = Told.number(group, "job-media-sheets-completed").orElse(0);
        return Optional.of(new JobView(
                id.get(),
                String.join("", Told.texts(group, "job-name")),
                state.get(),
                Told.texts(group, "job-state-reasons"),
                Math.max(
                        0,
                        sheets > 0
                                ? sheets
                                : Told.number(group, "job-impressions-completed")
                                        .orElse(0)),
                begun != null && begun.isNoValue(),
                String.join("", Told.texts(group, "job-originating-user-name"))));
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted);
    }

    boolean completed() {
        return state == COMPLETED;
    }

    boolean givenUp() {
        return state == CANCELED || state == ABORTED;
    }

    boolean stopped() {
        return state == PROCESSING_STOPPED;
    }

    /** Nothing of it can be on paper. */
    boolean blank() {
        return untouched && sheets == 0;
    }

    String told() {
        return "job " + id + " is in state " + state + ": " + String.join(", ", reasons);
    }
}
