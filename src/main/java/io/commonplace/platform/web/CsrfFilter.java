package io.commonplace.platform.web;

import io.commonplace.platform.Forbidden;
import io.commonplace.platform.Messages;
import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that don't come from a page of this site. Programs send their password with each request instead of a
 * token. A WebSocket begins with a GET, but another site must not open one either.
 */
public class CsrfFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient UnsavedForm unsavedForm;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String expected = CsrfToken.expected(request);
        boolean unsafe = CsrfDecision.isUnsafe(request.getMethod()) || isFormInQuery(request);
        if ((unsafe || RequestPath.isWebSocket(request))
                && !CsrfDecision.of(request).mayBeSameOrigin()) {
            throw new Forbidden("csrf.otherSite");
        }
        if (unsafe && !isProgram(request) && !CsrfDecision.matches(expected, given(request))) {
            if (unsavedForm.showAgain(
                    request, response, HttpServletResponse.SC_FORBIDDEN, Messages.text("form.signedInAgain"))) {
                return;
            }
            throw new Forbidden("csrf.expired");
        }
        if (expected == null && RequestPath.isSignIn(request)) {
            CsrfToken.beginBeforeSession(request, response);
        }
        chain.doFilter(request, response);
    }

    /** Faces also accepts a form in the query of a GET if it has this field. */
    private static boolean isFormInQuery(HttpServletRequest request) {
        return request.getQueryString() != null && request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
    }

    /** With an Authorization header the session is not used, so another site can't abuse it. */
    private static boolean isProgram(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return RequestPath.isApi(request)
                && authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    private static @Nullable String given(HttpServletRequest request) {
        String header = request.getHeader("X-CSRF-Token");
        return header != null ? header : request.getParameter("csrf");
    }
}
