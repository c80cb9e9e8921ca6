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
 * Binds a session's replication positions to the request, and stores them as soon as they advance. The position of the last
 * write is in the session. The position of the newest read is in a cookie, because a read must not write to the grid.
 */
public class SessionPositionFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String COOKIE = "seen";

    /** Replaces commas, which a cookie's value must not contain. */
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
                wrote -> session.storePosition(request, wrote),
                saw -> storeSeen(request, response, saw));
        try {
            chain.doFilter(request, response);
        } finally {
            position.unbind();
            strayTransactions.rollBack();
        }
    }

    /** A forged position does no harm: no replica reaches it, so the primary answers. */
    private static @Nullable String seen(HttpServletRequest request) {
        return RequestCookies.find(request, COOKIE)
                .map(text -> text.replace(COMMA, ','))
                .filter(Positions::isAny)
                .orElse(null);
    }

    private static void storeSeen(HttpServletRequest request, HttpServletResponse response, String position) {
        if (!response.isCommitted()) {
            response.addCookie(RequestCookies.make(request, COOKIE, position.replace(',', COMMA), -1));
        }
    }
}
