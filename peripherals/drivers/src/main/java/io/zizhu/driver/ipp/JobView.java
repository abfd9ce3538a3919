package io.zizhu.driver.ipp;

import java.util.List;

/**
 * How a job stands.
 *
 * @param state job-state: 3 pending, 4 held, 5 processing, 6 processing-stopped, 7 canceled, 8 aborted, 9 completed
 * @param sheets what the printer counted, 0 where it does not count
 * @param untouched the printer says that it never began
 */
record JobView(int id, int state, List<String> reasons, int sheets, boolean untouched) {
    private static final int PROCESSING_STOPPED = 6;
    private static final int CANCELED = 7;
    private static final int ABORTED = 8;
    private static final int COMPLETED = 9;

    JobView {
        reasons = List.copyOf(reasons);
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
