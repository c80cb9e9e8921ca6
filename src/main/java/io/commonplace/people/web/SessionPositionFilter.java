package io.commonplace.people.web;

import io.commonplace.database.Positions;
import io.commonplace.database.SessionPosition;
import io.commonplace.database.StrayTransactions;
import io.commonplace.platform.web.RequestCookies;
import io.commonplace.platform.web.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Takes the replication positions of a session into the request, and back as soon as they advance: that of its last write
 * is kept in the session itself, that of what it has seen in a cookie, because a read must not write to the grid.
 */
public class SessionPositionFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String COOKIE = "seen";

    /** A cookie's value has no commas. */
    private static final char COMMA = '_';

    @Inject
    private transient SessionPosition position;

    @Inject
    private transient SiteSession session;

    @Inject
    private transient StrayTransactions strayTransactions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestPath.isAsset(request)) {
            chain.doFilter(request, response);
            return;
        }
        strayTransactions.rollBack();
        position.bind(
                Positions.latest(session.position(request).orElse(null), seen(request)),
                wrote -> session.keepPosition(request, wrote),
                saw -> keepSeen(request, response, saw));
        try {
            chain.doFilter(request, response);
        } finally {
            position.unbind();
            strayTransactions.rollBack();
        }
    }

    /** Whoever forges it waits in vain for a replica, and is answered by the primary. */
    private static @Nullable String seen(HttpServletRequest request) {
        return RequestCookies.find(request, COOKIE)
                .map(text -> text.replace(COMMA, ','))
                .filter(Positions::isAny)
                .orElse(null);
    }

    private static void keepSeen(HttpServletRequest request, HttpServletResponse response, String position) {
        if (!response.isCommitted()) {
            response.addCookie(RequestCookies.make(request, COOKIE, position.replace(',', COMMA), -1));
        }
    }
}
