package io.zizhu.central.registry;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose certificate it is: the one place that reads a terminal's name out of it, for the broker's gate and the line. */
public final class Subject {
    private static final Logger LOG = LoggerFactory.getLogger(Subject.class);

    private Subject() {}

    /** The common name (RFC 4514 {@code CN}); empty where there is none or it cannot be read. Any thread. */
    public static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .findFirst();
        } catch (InvalidNameException unreadable) {
            LOG.debug("a certificate whose name cannot be read", unreadable);
            return Optional.empty();
        }
    }
}
