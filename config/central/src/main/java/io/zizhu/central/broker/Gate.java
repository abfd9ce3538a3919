package io.zizhu.central.broker;

import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.TopicPermission;
import com.hivemq.extension.sdk.api.client.parameter.ClientTlsInformation;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import io.zizhu.central.registry.Subject;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's doorkeeper: the client id must be the common name of the client's certificate, the certificate
 * must be admitted, and each client gets its own topics and nothing else. Runs on the broker's threads.
 */
final class Gate implements ExtensionMain {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Admission admission;
    /** Set on a broker thread, read by the one that starts it. */
    private volatile boolean kept;

    Gate(Admission admission) {
        this.admission = admission;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        SimpleAuthenticator authenticator = this::admit;
        Services.securityRegistry().setAuthenticatorProvider(_ -> authenticator);
        kept = true;
    }

    /** Whether the broker really asks this gate; without it, it would let everybody in. */
    boolean kept() {
        return kept;
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        LOG.debug("the broker's gate closes");
    }

    private void admit(SimpleAuthInput input, SimpleAuthOutput output) {
        String client = input.getClientInformation().getClientId();
        Optional<X509Certificate> certificate = input.getConnectionInformation()
                .getClientTlsInformation()
                .flatMap(ClientTlsInformation::getClientCertificate);
        boolean named =
                certificate.flatMap(Subject::commonName).filter(client::equals).isPresent();
        if (!named || !admission.welcome(client, certificate.orElseThrow())) {
            LOG.warn("the broker refused a client that called itself {}", client.replaceAll("[^A-Za-z0-9-]", "?"));
            output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED);
            return;
        }
        output.getDefaultPermissions().addAll(client.equals(Broker.CENTRE) ? centre() : terminal(client));
        output.getDefaultPermissions().setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
        output.authenticateSuccessfully();
    }

    private static List<TopicPermission> terminal(String id) {
        return List.of(
                allow(Topics.of(id, Topics.ROWS), TopicPermission.MqttActivity.PUBLISH),
                allow(Topics.of(id, Topics.STATE), TopicPermission.MqttActivity.PUBLISH),
                allow(Topics.of(id, Topics.POINTER), TopicPermission.MqttActivity.SUBSCRIBE),
                allow(Topics.of(id, Topics.ACK), TopicPermission.MqttActivity.SUBSCRIBE));
    }

    private static List<TopicPermission> centre() {
        return List.of(
                allow(Topics.every(Topics.ROWS), TopicPermission.MqttActivity.SUBSCRIBE),
                allow(Topics.every(Topics.STATE), TopicPermission.MqttActivity.ALL),
                allow(Topics.every(Topics.POINTER), TopicPermission.MqttActivity.PUBLISH),
                allow(Topics.every(Topics.ACK), TopicPermission.MqttActivity.PUBLISH));
    }

    private static TopicPermission allow(String filter, TopicPermission.MqttActivity activity) {
        return Builders.topicPermission()
                .topicFilter(filter)
                .type(TopicPermission.PermissionType.ALLOW)
                .activity(activity)
                .build();
    }
}
