package io.commonplace.platform.web;

import io.commonplace.platform.Errand;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.regex.Pattern;

/** The outermost filter: no exception passes it, and whatever is logged meanwhile can name the request. */
public class FailureFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    /** What the balancer sends. */
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    @Inject
    private transient Failures failures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try (Errand ignored = Errand.begin(describe(request))) {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            failures.answer(request, response, e);
        }
    }

    /** Without the query, in which there may be what nobody else is to read. */
    private static String describe(HttpServletRequest request) {
        String id = request.getHeader("X-Request-ID");
        return request.getMethod() + " "
                + CONTROL.matcher(request.getRequestURI()).replaceAll("?") + ", request "
                + (id != null && ID.matcher(id).matches() ? id : "without an id");
    }
}
