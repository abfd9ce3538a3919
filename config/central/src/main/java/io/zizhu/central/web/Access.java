package io.zizhu.central.web;

import io.zizhu.central.fleet.Fleet.Technician;
import io.zizhu.central.registry.Technicians;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Who may use the JSON interface: each call needs the bearer token of the first start, and a call that acts for a person
 * also that person's session, so that four eyes stay four eyes. Any thread.
 */
final class Access {
    private static final String BEARER = "Bearer ";
    private static final String SESSION = "Technician-Session";

    private final Technicians technicians;
    private final Sessions sessions = new Sessions(Clock.systemUTC());

    Access(Technicians technicians) {
        this.technicians = technicians;
    }

    /** Opens a session for somebody who proved the name just now. */
    String open(Technician technician) {
        return sessions.open(technician);
    }

    /** Whether the call carries the token; answers 401 itself where it does not. */
    boolean bearer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean known = Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .filter(header ->
                        technicians.knows(header.substring(BEARER.length()).strip()))
                .isPresent();
        if (!known) {
            response.setHeader("WWW-Authenticate", "Bearer");
            Http.why(response, HttpServletResponse.SC_UNAUTHORIZED, "the bearer token of the first start is needed");
        }
        return known;
    }

    /** Answers somebody whose account may not do this. */
    static void supervisorsOnly(HttpServletResponse response) throws IOException {
        Http.why(response, HttpServletResponse.SC_FORBIDDEN, "only a supervisor's account may do this; log in as one");
    }

    /** For whom the call acts; answers 403 itself where nobody is named. */
    Optional<Technician> technician(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Technician> by =
                Optional.ofNullable(request.getHeader(SESSION)).flatMap(sessions::find);
        if (by.isEmpty()) {
            Http.why(response, HttpServletResponse.SC_FORBIDDEN, "a " + SESSION + " header is needed");
        }
        return by;
    }
}
