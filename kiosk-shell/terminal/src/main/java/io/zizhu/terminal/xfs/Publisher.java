package io.zizhu.terminal.xfs;

import io.zizhu.terminal.xfs.message.Answer;
import io.zizhu.terminal.xfs.message.Code;
import io.zizhu.terminal.xfs.message.Message;
import io.zizhu.terminal.xfs.message.Request;
import io.zizhu.terminal.xfs.message.Verb;
import io.zizhu.wire.json.Json;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells where the services are. Checked against {@code Framework/Core/ServicePublisher} of
 * {@code KAL-ATM-Software/KAL_XFS4IoT_SP-Dev}.
 */
final class Publisher implements Service {
    private static final Verb SERVICES = new Verb("ServicePublisher.GetServices", "2.0");
    private static final Verb DETAIL = new Verb("ServicePublisher.ServiceDetailEvent", "2.0");

    private final Supplier<List<String>> addresses;

    /** @param addresses of all services, without a token */
    Publisher(Supplier<List<String>> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void hear(Client client, Request request) {
        client.acknowledge(request);
        if (!request.is(SERVICES)) {
            client.complete(
                    request, request.version(), Answer.not(Code.UNSUPPORTED_COMMAND, "ask for " + SERVICES.name()));
            return;
        }
        Json.Obj services = Json.Obj.EMPTY
                .with("vendorName", "Zizhu")
                .with(
                        "services",
                        addresses.get().stream()
                                .map(address -> Json.Obj.EMPTY.with("serviceURI", address + client.token()))
                                .toList());
        client.say(Message.event(request, DETAIL, services));
        client.complete(request, SERVICES.answered(), Answer.done(services));
    }

    @Override
    public void came(Client client) {}

    @Override
    public void left(Client client) {}
}
