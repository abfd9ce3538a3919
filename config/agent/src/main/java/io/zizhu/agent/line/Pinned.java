package io.zizhu.agent.line;

import io.zizhu.wire.json.Digest;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trust before the first meeting: the chain the centre shows must end in the authority whose digest begins with the pin of
 * the join code; then the ordinary rules apply under that authority alone, host name included.
 */
final class Pinned extends X509ExtendedTrustManager {
    static final int PIN_LENGTH = 16;

    private final String pin;
    private volatile boolean foreign;

    Pinned(String pin) {
        this.pin = pin;
    }

    /** Whether somebody answered who is not the centre of the join code. */
    boolean foreign() {
        return foreign;
    }

    static boolean fits(String pin, X509Certificate authority) throws CertificateException {
        return pin.length() == PIN_LENGTH
                && Digest.of(authority.getEncoded()).hex().startsWith(pin);
    }

    /** The ordinary rules with one authority. */
    static TrustManagerFactory trusting(X509Certificate authority) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("centre", authority);
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        ordinary(chain).checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        ordinary(chain).checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("the host name cannot be checked this way");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("a terminal has no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("a terminal has no clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a terminal has no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private X509ExtendedTrustManager ordinary(X509Certificate[] chain) throws CertificateException {
        X509Certificate last = chain[chain.length - 1];
        if (!fits(pin, last)) {
            foreign = true;
            throw new CertificateException("the join code is for another centre");
        }
        try {
            for (TrustManager each : trusting(last).getTrustManagers()) {
                if (each instanceof X509ExtendedTrustManager ordinary) {
                    return ordinary;
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(e);
        }
        throw new CertificateException("the platform has no X.509 trust manager");
    }
}
