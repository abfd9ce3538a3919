package io.zizhu.sim.peer.sam;

import io.zizhu.sim.peer.Refused;
import java.util.Map;

/** Bad luck with whole frames: answers that arrive with a wrong check byte or a wrong length. Guarded by its own monitor. */
final class Spoil {
    private String what = "check";
    private int times;

    /** @param with {@code what}: check or length; {@code times}: how many of the next answers, 1 where not said */
    synchronized void next(Map<String, String> with) throws Refused {
        String wanted = with.getOrDefault("what", "check");
        String count = with.getOrDefault("times", "1");
        if (!wanted.matches("check|length") || !count.matches("\\d{1,4}")) {
            throw new Refused("spoil takes {what: check|length, times: 0 to 9999}");
        }
        what = wanted;
        times = Integer.parseInt(count);
    }

    synchronized void stop() {
        times = 0;
    }

    /** The answer as it goes out. */
    synchronized byte[] of(byte[] answer) {
        if (times == 0) {
            return answer;
        }
        times--;
        byte[] bent = answer.clone();
        if (what.equals("check")) {
            bent[bent.length - 1] ^= 0x55;
        } else {
            bent[6]++; // one byte more than there is
        }
        return bent;
    }
}
