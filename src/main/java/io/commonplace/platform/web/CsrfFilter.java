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
 * Lets what changes something through only if it comes from a page of this site. Programs that send their password with
 * each request have no page, hence no token. A WebSocket begins with a GET, and still must not be opened from elsewhere.
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
                && !CsrfDecision.of(request).isFromHere()) {
            throw new Forbidden("csrf.otherSite");
        }
        if (unsafe && !isProgram(request) && !CsrfDecision.matches(expected, given(request))) {
            if (unsavedForm.giveBack(
                    request, response, HttpServletResponse.SC_FORBIDDEN, Messages.text("form.signedInAgain"))) {
                return;
            }
            throw new Forbidden("csrf.expired");
        }
        if (expected == null && RequestPath.of(request).equals("/login")) {
            CsrfToken.beginBeforeSession(request, response);
        }
        chain.doFilter(request, response);
    }

    /** Faces takes a form from a GET's query just as well, if it has this field. */
    private static boolean isFormInQuery(HttpServletRequest request) {
        return request.getQueryString() != null && request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
    }

    /** With an Authorization header, the session is not looked at, and so can't be abused. */
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
