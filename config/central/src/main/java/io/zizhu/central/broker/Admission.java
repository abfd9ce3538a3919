package io.zizhu.central.broker;

import java.security.cert.X509Certificate;

/** Asked once for every client that has shown a certificate of the centre's authority. Broker threads. */
@FunctionalInterface
public interface Admission {
    /** Whether the terminal of this name may come in with this certificate. */
    boolean welcome(String name, X509Certificate certificate);
}
