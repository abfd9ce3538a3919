package io.zizhu.device.printer;

import io.zizhu.device.Fault;
import io.zizhu.device.FindOut;

/** What became of a print. {@code Unknown} is a case of its own: never print again without asking. */
public sealed interface Sheet {
    /**
     * @param job the printer's own name of the job
     * @param sheets as the printer counted them; 0 where it does not count, then only the caller knows how many its document
     *     has
     */
    record Out(String job, int sheets) implements Sheet {}

    /** Nothing was printed and nothing will be: the printer refused, or was away before the first byte. */
    record Refused(Fault fault) implements Sheet {}

    /** Paper was used but the print is not good: jam, torn, aborted half-way. */
    record Jammed(String job, Fault fault) implements Sheet {}

    /** Nobody knows; {@code follow} with the job may tell (empty job: only a person can). */
    record Unknown(String job, Fault fault) implements Sheet {
        public FindOut findOut() {
            return job.isEmpty() ? FindOut.LOOK : FindOut.FOLLOW;
        }
    }
}
