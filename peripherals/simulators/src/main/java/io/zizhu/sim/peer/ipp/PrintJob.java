package io.zizhu.sim.peer.ipp;

import java.util.List;

/**
 * One job as it stands now; replaced at every change, on the press's monitor.
 *
 * @param user who sent it, by his own word
 * @param state job-state of RFC 8011: 3 pending … 9 completed
 * @param sheets sheets of paper used so far, spoiled ones included
 * @param begun whether the printer ever worked on it
 */
record PrintJob(
        int id, String name, String user, int state, List<String> reasons, int sheets, boolean begun, byte[] document) {
    static final int PENDING = 3;
    static final int HELD = 4;
    static final int PROCESSING = 5;
    static final int STOPPED = 6;
    static final int CANCELED = 7;
    static final int ABORTED = 8;
    static final int COMPLETED = 9;

    static PrintJob awaiting(int id, String name, String user) {
        return new PrintJob(id, name, user, HELD, List.of("job-incoming"), 0, false, new byte[0]);
    }

    PrintJob with(byte[] pdf) {
        return new PrintJob(id, name, user, PENDING, List.of("none"), sheets, begun, pdf);
    }

    PrintJob at(int next, String reason) {
        return new PrintJob(id, name, user, next, List.of(reason), sheets, begun || next == PROCESSING, document);
    }

    PrintJob used(int more) {
        return new PrintJob(id, name, user, state, reasons, sheets + more, begun, document);
    }

    boolean over() {
        return state >= CANCELED;
    }

    boolean untouched() {
        return state == PENDING || state == HELD;
    }
}
