package io.commonplace.people.web;

import io.commonplace.people.TooManyAttempts;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import io.commonplace.platform.web.ErrorPage;
import io.commonplace.platform.web.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Lets people who are not signed in see only the sign-in page and its assets. People who must choose a new password see only
 * the page for that. Programs that send a password with each request are exempt, because they can't choose one.
 */
public class RequireSignIn extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Set<String> OPEN =
            Set.of("/login", "/health", "/health/live", "/health/ready", "/health/started", "/metrics");
    private static final String CHOOSE_PASSWORD = "/password";
    private static final Set<String> OPEN_WHEN_PASSWORD_DUE = Set.of("/login", CHOOSE_PASSWORD, "/logout");
    private static final String REASON = RequireSignIn.class.getName();
    private static final String PASSWORD_DUE = REASON + ".passwordDue";

    @Inject
    private transient ErrorPage page;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPasswordDue(request)
                && !RequestPath.isAsset(request)
                && !OPEN_WHEN_PASSWORD_DUE.contains(RequestPath.of(request))) {
            askForPassword(request, response);
        } else if (RequestPath.isAsset(request)
                || OPEN.contains(RequestPath.of(request))
                || SignedIn.of(request).isPresent()) {
            chain.doFilter(request, response);
        } else if (request.getAttribute(REASON) instanceof Unavailable reason) {
            // The session can't be checked now, so the person is not sent to the sign-in page.
            throw reason;
        } else if (isPageView(request)) {
            response.sendRedirect("/login" + target(request));
        } else {
            refuse(request, response);
        }
    }

    /** Records why the sender is unknown, or why their password was refused. */
    static void setReason(HttpServletRequest request, Refusal reason) {
        request.setAttribute(REASON, reason);
    }

    /** Records that the person has to choose a new password first. */
    static void requirePasswordChange(HttpServletRequest request) {
        request.setAttribute(PASSWORD_DUE, true);
    }

    static boolean isPasswordDue(HttpServletRequest request) {
        return request.getAttribute(PASSWORD_DUE) != null;
    }

    private void askForPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isPageView(request)) {
            response.sendRedirect(CHOOSE_PASSWORD);
        } else {
            page.write(request, response, 403, Messages.text("people.password.mustChange"));
        }
    }

    /** Whether a browser opens a page. A script, an image or a form can't use a redirect. */
    private static boolean isPageView(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getMethod().equals("GET")
                && !RequestPath.isApi(request)
                && !RequestPath.isWebSocket(request)
                && (mode == null || mode.equals("navigate"));
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return asked.equals("/") ? "" : "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Refusal reason = (Refusal) request.getAttribute(REASON);
        if (reason instanceof TooManyAttempts tooMany) {
            response.setIntHeader("Retry-After", tooMany.seconds());
            page.write(request, response, 429, Messages.text(reason));
            return;
        }
        // With this header a browser opens its own password dialog over a page whose session has ended. So only other
        // clients get it.
        if (RequestPath.isApi(request) && request.getHeader("Sec-Fetch-Mode") == null) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Commonplace\", charset=\"UTF-8\"");
        }
        page.write(request, response, 401, reason == null ? Messages.text("error.401") : Messages.text(reason));
    }
}
