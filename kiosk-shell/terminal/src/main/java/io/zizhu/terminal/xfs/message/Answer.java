package io.zizhu.terminal.xfs.message;

import io.zizhu.wire.json.Json;
import java.util.Optional;

/**
 * How a command ended, and what it brought.
 *
 * @param why for a technician, never personal data; empty where there is nothing to say
 */
public record Answer(Code code, String why, Optional<Json.Obj> payload) {
    public static Answer done() {
        return new Answer(Code.SUCCESS, "", Optional.empty());
    }

    public static Answer done(Json.Obj payload) {
        return new Answer(Code.SUCCESS, "", Optional.of(payload));
    }

    public static Answer not(Code code, String why) {
        return new Answer(code, why, Optional.empty());
    }

    /** Ended by an error that the command's own definition names. */
    public static Answer error(String errorCode, String why) {
        return new Answer(Code.COMMAND_ERROR_CODE, why, Optional.of(Json.Obj.EMPTY.with("errorCode", errorCode)));
    }
}
