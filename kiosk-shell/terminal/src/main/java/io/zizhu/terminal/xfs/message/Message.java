package io.zizhu.terminal.xfs.message;

import io.zizhu.wire.json.Json;
import java.util.Optional;

/**
 * Writes what goes to a client: {@code {"header":{…},"payload":{…}}}, a member that says nothing left out. Pure.
 *
 * <p>Spelling and order of the header checked against {@code Framework/Core/Common/MessageHeader.cs} and
 * {@code Framework/Core/MessageBase.cs} (enums in camel case, nulls left out), that an acknowledgement repeats name and
 * version of its command against {@code Framework/Server/CommandDispatcher.cs}, all of
 * {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}. The name of an acknowledgement to what has no readable name is the one
 * that {@code Framework/Core/Acknowledge.cs} carries.
 */
public final class Message {
    private static final String NAMELESS = "Common.Acknowledge";

    private Message() {}

    /** The command is queued or begun; events and exactly one completion follow. */
    public static Json.Obj acknowledgement(Request request) {
        return message(header(request, "acknowledge", request.version()), Optional.empty());
    }

    /** The command is not begun; nothing follows. */
    public static Json.Obj refusal(Request request, Refusal refusal) {
        return message(
                header(request, "acknowledge", request.version()).with("status", refusal.word()), Optional.empty());
    }

    public static Json.Obj refusal(Heard.Unclear unclear) {
        Json.Obj header = header(unclear.name().orElse(NAMELESS), "acknowledge", "1.0")
                .with("status", unclear.refusal().word());
        return message(unclear.id().map(id -> header.with("requestId", id)).orElse(header), Optional.empty());
    }

    /** Something that a client learns while its command is carried out. */
    public static Json.Obj event(Request request, Verb event, Json.Obj payload) {
        return message(
                header(event.name(), "event", event.version()).with("requestId", request.id()), Optional.of(payload));
    }

    /** Something that every client of a service learns. */
    public static Json.Obj unsolicited(Verb event, Json.Obj payload) {
        return message(header(event.name(), "unsolicited", event.version()), Optional.of(payload));
    }

    /** @param version of the completion message */
    public static Json.Obj completion(Request request, String version, Answer answer) {
        Json.Obj header = header(request, "completion", version)
                .with("completionCode", answer.code().word());
        return message(
                answer.why().isEmpty() ? header : header.with("errorDescription", answer.why()), answer.payload());
    }

    private static Json.Obj header(Request request, String type, String version) {
        return header(request.name(), type, version).with("requestId", request.id());
    }

    private static Json.Obj header(String name, String type, String version) {
        return Json.Obj.EMPTY.with("name", name).with("type", type).with("version", version);
    }

    private static Json.Obj message(Json.Obj header, Optional<Json.Obj> payload) {
        Json.Obj message = Json.Obj.EMPTY.with("header", header);
        return payload.map(present -> message.with("payload", present)).orElse(message);
    }
}
