package io.zizhu.terminal.xfs.message;

import io.zizhu.wire.json.Json;
import java.time.Duration;

/**
 * One command as a client sent it.
 *
 * @param name such as {@code Common.Status}
 * @param id the client's own number, 1 or more
 * @param version such as {@code 2.0}
 * @param timeout zero where the client sets none: the command ends by itself or is cancelled
 */
public record Request(String name, int id, String version, Duration timeout, Json.Obj payload) {
    /** Whether it is this command, in a version that says the same: the first number counts. */
    public boolean is(Verb verb) {
        return name.equals(verb.name()) && major(version).equals(major(verb.version()));
    }

    private static String major(String version) {
        return version.substring(0, version.indexOf('.'));
    }
}
