package io.zizhu.terminal.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in on one port: exact host names (against DNS rebinding), our own pages as origin (never "the same as
 * Host"), and the token of this start. Pure but for the token; any thread.
 */
final class Doorkeeper {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<String> hosts;
    private final Set<String> origins;
    private final Set<String> open;
    private final String token;
    private final String cookie;

    /** What is done with a request. */
    sealed interface Verdict {
        record Enter() implements Verdict {}

        /** The token came in the address: keep it as a cookie and take it out of the address. */
        record Keep(String location) implements Verdict {}

        record Refused(int status, String why) implements Verdict {}
    }

    /** @param open paths that are read without a token */
    Doorkeeper(String surface, int port, Set<String> open) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
        this.origins = Set.of("http://127.0.0.1:" + port, "http://localhost:" + port);
        this.open = Set.copyOf(open);
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        this.cookie = "zizhu-" + surface + "-" + port; // cookies ignore ports
    }

    String token() {
        return token;
    }

    String cookie() {
        return cookie;
    }

    Verdict judge(Knock knock) {
        if (knock.host() == null || !hosts.contains(knock.host())) {
            return new Verdict.Refused(421, "this host is not served here");
        }
        if (knock.origin() == null ? knock.upgrade() : !origins.contains(knock.origin())) {
            return new Verdict.Refused(403, "this origin is not served here");
        }
        boolean reading = knock.method().equals("GET") || knock.method().equals("HEAD");
        if (open.contains(knock.path())) {
            return reading ? new Verdict.Enter() : new Verdict.Refused(405, "read only");
        }
        boolean shown = same(knock.token());
        boolean arriving = reading
                && shown
                && (knock.fetchMode() == null || knock.fetchMode().equals("navigate"));
        boolean ours = knock.fetchSite() == null
                || knock.fetchSite().equals("same-origin")
                || knock.fetchSite().equals("none");
        if (!ours && !arriving) {
            return new Verdict.Refused(403, "only our own pages may ask this");
        }
        if (arriving) {
            return new Verdict.Keep(without(knock.target()));
        }
        return same(knock.cookie()) ? new Verdict.Enter() : new Verdict.Refused(403, "open the address with its token");
    }

    private boolean same(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** The same address without its token; a path always, so that it never leads elsewhere. */
    private static String without(String target) {
        String bare = target.replaceAll("([?&])token=[^&]*(&|$)", "$1").replaceAll("[?&]$", "");
        return "/" + bare.replaceFirst("^/+", "");
    }
}
