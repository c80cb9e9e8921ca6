package io.commonplace.people.web;

import io.commonplace.database.Positions;
import io.commonplace.people.Sessions;
import io.commonplace.people.SignIn;
import io.commonplace.platform.web.CsrfToken;
import io.commonplace.platform.web.RequestCookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The session of a request: its identifier is in a cookie, its values are in the grid. It holds the person, the CSRF token
 * and the replication position of their last write. All values are strings, which any version of the application can read.
 */
@ApplicationScoped
public class SiteSession {
    private static final String VALUES = SiteSession.class.getName();
    private static final String COOKIE = "session";
    private static final String PERSON = "person";
    private static final String PASSWORD = "password";
    private static final String CSRF = "csrf";
    private static final String POSITION = "position";

    @Inject
    private Sessions sessions;

    /** Begins a session with a new identifier, which prevents session fixation. */
    void begin(HttpServletRequest request, HttpServletResponse response, SignIn.Proof proof) {
        id(request).ifPresent(sessions::end);
        Map<String, String> values = new HashMap<>();
        values.put(PERSON, Long.toString(proof.personId()));
        values.put(PASSWORD, proof.fingerprint());
        values.put(CSRF, CsrfToken.random());
        response.addCookie(RequestCookies.make(request, COOKIE, sessions.begin(values), -1));
    }

    /** The person of the session. Its CSRF token becomes the one of the request. */
    Optional<SignIn.Proof> proof(HttpServletRequest request) {
        return values(request).map(values -> {
            CsrfToken.keep(request, values.getOrDefault(CSRF, ""));
            return proof(values);
        });
    }

    /** The same after the end of the request; each call reads the session's current state. */
    Supplier<Optional<SignIn.Proof>> proofLater(HttpServletRequest request) {
        Optional<String> id = id(request);
        return () -> id.flatMap(sessions::find).map(SiteSession::proof);
    }

    /** Lets this session go on after the person has changed the password. */
    void renew(HttpServletRequest request, SignIn.Proof proof) {
        id(request).ifPresent(id -> sessions.put(id, PASSWORD, proof.fingerprint()));
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        id(request).ifPresent(sessions::end);
        response.addCookie(RequestCookies.make(request, COOKIE, "", 0));
    }

    Optional<String> position(HttpServletRequest request) {
        return values(request).map(values -> values.get(POSITION));
    }

    void storePosition(HttpServletRequest request, String position) {
        // Another request of the session may have stored a later position meanwhile.
        id(request).ifPresent(id -> sessions.put(id, POSITION, position, SiteSession::later));
    }

    private static String later(String one, String other) {
        return Objects.requireNonNull(Positions.latest(one, other));
    }

    /** Read once per request. */
    @SuppressWarnings("unchecked") // the attribute is set here only
    private Optional<Map<String, String>> values(HttpServletRequest request) {
        Optional<Map<String, String>> known = (Optional<Map<String, String>>) request.getAttribute(VALUES);
        if (known == null) {
            known = id(request).flatMap(sessions::find);
            request.setAttribute(VALUES, known);
        }
        return known;
    }

    private static SignIn.Proof proof(Map<String, String> values) {
        return new SignIn.Proof(Long.parseLong(values.getOrDefault(PERSON, "0")), values.getOrDefault(PASSWORD, ""));
    }

    private static Optional<String> id(HttpServletRequest request) {
        return RequestCookies.find(request, COOKIE).filter(id -> !id.isEmpty());
    }
}
