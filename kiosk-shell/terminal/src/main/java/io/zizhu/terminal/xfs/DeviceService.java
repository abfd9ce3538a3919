package io.zizhu.terminal.xfs;

import io.zizhu.device.Change;
import io.zizhu.device.DeviceId;
import io.zizhu.device.DeviceKind;
import io.zizhu.device.DeviceState;
import io.zizhu.device.Media;
import io.zizhu.device.Spot;
import io.zizhu.device.Status;
import io.zizhu.terminal.xfs.face.CapabilitiesOf;
import io.zizhu.terminal.xfs.face.Delta;
import io.zizhu.terminal.xfs.face.ErrorOf;
import io.zizhu.terminal.xfs.face.Face;
import io.zizhu.terminal.xfs.face.StatusOf;
import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.terminal.xfs.message.Message;
import io.zizhu.terminal.xfs.message.Refusal;
import io.zizhu.terminal.xfs.message.Request;
import io.zizhu.terminal.xfs.message.Verb;
import io.zizhu.wire.json.Json;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * One device as a service: says how it is to whoever asks, tells every client what changed, and carries out commands one
 * after the other. A device that is not bound any more is {@code noDevice}.
 */
final class DeviceService implements Service, AutoCloseable {
    private static final String VERSION = "1.0";

    private final DeviceState first;
    private final Workshop workshop;
    private final Deeds deeds;
    private final Turns turns;
    private final List<Client> clients = new CopyOnWriteArrayList<>(); // few, and told far more often than they come
    private final Set<Spot> told = EnumSet.noneOf(Spot.class);

    DeviceService(DeviceState first, Workshop workshop) {
        this.first = first;
        this.workshop = workshop;
        this.deeds = new Deeds(workshop);
        this.turns = new Turns(first.id().value());
    }

    private DeviceId id() {
        return first.id();
    }

    boolean shows(DeviceKind kind) {
        return first.kind() == kind;
    }

    @Override
    public void came(Client client) {
        clients.add(client);
    }

    @Override
    public void left(Client client) {
        clients.remove(client);
        turns.cancel(job -> job.of(client));
    }

    @Override
    public void hear(Client client, Request request) {
        Optional<Verb> verb = Stream.concat(CapabilitiesOf.COMMON.stream(), Face.of(first.kind()).verbs().stream())
                .filter(request::is)
                .findFirst();
        if (verb.isEmpty()) {
            client.acknowledge(request);
            String why = request.name() + " " + request.version() + " is not understood here";
            client.complete(request, request.version(), Answer.not(Code.UNSUPPORTED_COMMAND, why));
            return;
        }
        switch (request.name()) {
            case "Common.Status" -> answer(client, request, verb.get(), Answer.done(status(now())));
            case "Common.Capabilities" -> answer(client, request, verb.get(), Answer.done(capabilities()));
            case "Common.Cancel" -> cancel(client, request, verb.get());
            default -> queue(client, request, verb.get());
        }
    }

    private static void answer(Client client, Request request, Verb verb, Answer answer) {
        client.acknowledge(request);
        client.complete(request, verb.answered(), answer);
    }

    private void queue(Client client, Request request, Verb verb) {
        if (!turns.reserve()) {
            client.refuse(request, Refusal.TOO_MANY_REQUESTS);
            return;
        }
        client.acknowledge(request);
        turns.put(new Job(client, request, verb, patience -> deeds.carryOut(now(), request, patience)));
    }

    private void cancel(Client client, Request request, Verb verb) {
        Optional<Set<Integer>> named = Deeds.requestIds(request.payload());
        if (named.isEmpty()) {
            answer(client, request, verb, Answer.not(Code.INVALID_DATA, "payload.requestIds: is no list of numbers"));
            return;
        }
        boolean any = turns.any(job -> meant(job, client, named.get()));
        answer(
                client,
                request,
                verb,
                any
                        ? Answer.done()
                        : Answer.error("noMatchingRequestIDs", "nothing of these is queued or carried out"));
        turns.cancel(job -> meant(job, client, named.get()));
    }

    private static boolean meant(Job job, Client client, Set<Integer> named) {
        return job.of(client) && (named.isEmpty() || named.contains(job.id()));
    }

    private DeviceState now() {
        return workshop.states().stream()
                .filter(state -> state.id().equals(id()))
                .findFirst()
                .orElseGet(() -> new DeviceState(
                        id(), first.kind(), Status.NO_DEVICE, Media.UNKNOWN, Instant.EPOCH, Optional.empty()));
    }

    private synchronized Json.Obj status(DeviceState state) { // asked by clients, told by the device's thread
        told.addAll(state.supplies().keySet());
        return StatusOf.device(state, told);
    }

    private Json.Obj capabilities() {
        return CapabilitiesOf.device(
                first.kind(), workshop.driver(id()), workshop.abilities(id()), VERSION, Turns.MOST);
    }

    /** The device's thread; returns at once. */
    void heard(Change change) {
        Json.Obj before = status(change.before());
        Json.Obj delta = Delta.of(before, status(change.now()));
        if (!delta.members().isEmpty()) {
            tell(CapabilitiesOf.STATUS_CHANGED, delta);
        }
        change.fault().flatMap(ErrorOf::fault).ifPresent(error -> tell(CapabilitiesOf.ERROR, error));
    }

    private void tell(Verb event, Json.Obj payload) {
        Json.Obj message = Message.unsolicited(event, payload);
        clients.forEach(client -> client.say(message));
    }

    @Override
    public void close() {
        turns.close();
        clients.forEach(Client::close);
    }
}
