package io.zizhu.agent.line;

import io.zizhu.agent.disk.Disk;
import io.zizhu.wire.json.Form;
import io.zizhu.wire.json.Json;
import io.zizhu.wire.json.Read;
import io.zizhu.wire.report.Topics;
import io.zizhu.wire.seal.TrustRoot;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who this terminal is since it joined, in one file that is replaced as a whole. It lies outside the slots: no rollback
 * ever brings an old key back.
 *
 * @param line the centre's HTTPS address
 * @param key the private key, PEM; it never leaves the machine
 * @param root the first trust root's envelope
 */
public record Identity(
        String terminal,
        String tenant,
        URI line,
        String mqtt,
        String key,
        String certificate,
        String ca,
        Json.Obj root) {
    private static final String FILE = "identity.json";

    static final Form<Identity> FORM = new Form<>(
            "identity",
            identity -> Json.Obj.EMPTY
                    .with("terminal", identity.terminal())
                    .with("tenant", identity.tenant())
                    .with("line", identity.line().toString())
                    .with("mqtt", identity.mqtt())
                    .with("key", identity.key())
                    .with("certificate", identity.certificate())
                    .with("ca", identity.ca())
                    .with("root", identity.root()),
            fields -> new Identity(
                    fields.text("terminal"),
                    fields.text("tenant"),
                    URI.create(fields.text("line")),
                    fields.text("mqtt"),
                    fields.text("key"),
                    fields.text("certificate"),
                    fields.text("ca"),
                    fields.object("root")));

    /** What both clients need for mutual TLS. */
    record Stores(KeyManagerFactory keys, TrustManagerFactory trust) {
        SSLContext context() throws GeneralSecurityException {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        }
    }

    /** Empty before the first join, and where the file is damaged: then the terminal must join again. */
    public static Optional<Identity> load(Disk disk) {
        return disk.read(FILE).flatMap(bytes -> switch (FORM.open(bytes)) {
            case Read.Good<Identity>(Identity identity) -> Optional.of(identity);
            case Read.Bad<Identity> _ -> Optional.empty();
        });
    }

    void save(Disk disk) {
        disk.replace(FILE, FORM.bytes(this));
    }

    public Topics topics() {
        return new Topics(tenant, terminal);
    }

    /** Checked when the terminal joined. */
    public TrustRoot trust() {
        return TrustRoot.FORM.read(root.members().getOrDefault("signed", root)).orThrow();
    }

    /** The names bundles may be addressed to. */
    public List<String> audiences() {
        return List.of(terminal);
    }

    Stores stores() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var mine = Pem.certificate(certificate);
        var authority = Pem.certificate(ca);
        store.setKeyEntry("me", Pem.key(key), new char[0], new Certificate[] {mine, authority});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        return new Stores(keys, Pinned.trusting(authority));
    }

    @Override
    public String toString() {
        return "terminal " + terminal;
    }
}
