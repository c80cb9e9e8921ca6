package io.commonplace.rolled;

import io.commonplace.people.Sessions;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A newer version, which stores a value in sessions that the previous version doesn't know. */
public class Next extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient Sessions sessions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        session(request).ifPresent(this::write);
        chain.doFilter(request, response);
    }

    private void write(String id) {
        Optional<Map<String, String>> values = sessions.find(id);
        if (values.isPresent() && !values.get().containsKey("colour")) {
            sessions.put(id, "colour", "green");
        }
    }

    private static Optional<String> session(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals("session"))
                .map(Cookie::getValue)
                .findFirst();
    }
}
