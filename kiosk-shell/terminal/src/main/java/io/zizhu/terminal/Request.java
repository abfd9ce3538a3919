package io.zizhu.terminal;

import io.zizhu.agent.line.CsrMaker;
import java.io.IOException;
import java.io.StringWriter;
import java.security.KeyPair;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes the PKCS#10 request of the join, which the JDK cannot; BouncyCastle does, with the JDK's own keys. */
final class Request implements CsrMaker {
    @Override
    public String pem(KeyPair keys) {
        try (var text = new StringWriter();
                var pem = new JcaPEMWriter(text)) {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            pem.writeObject(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=terminal"), keys.getPublic())
                    .build(signer));
            pem.flush();
            return text.toString();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate request can be made", e);
        }
    }
}
