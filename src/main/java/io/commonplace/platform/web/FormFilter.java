package io.commonplace.platform.web;

import io.commonplace.platform.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Refuses a form that is larger than the server reads, before any of it is read and while a clear word is still possible;
 * and one that can't be read, because it broke off or isn't what it says. That is no fault of ours, and whoever would read
 * it next would take it for one. A form has to say how large it is; every browser does.
 */
public class FormFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Encoded: a page of 1 MiB that has no letter of ASCII comes in 3 MiB, and twice as much is still read. The server's
     * own limit, in payara-config/pre-boot, is the same.
     */
    static final long MAX_SIZE = 6_815_744;

    private static final Logger LOG = Logger.getLogger(FormFilter.class.getName());

    @Inject
    private transient ErrorPage page;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long size = request.getContentLengthLong();
        if (isForm(request) && size < 0) {
            page.write(request, response, HttpServletResponse.SC_LENGTH_REQUIRED, Messages.text("form.length"));
        } else if (isForm(request) && size > MAX_SIZE) {
            page.write(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Messages.text("form.large"));
        } else if (request.getMethod().equals("POST") && !canBeRead(request)) {
            page.write(request, response, HttpServletResponse.SC_BAD_REQUEST, Messages.text("form.broken"));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Reads it, which the container does once; bodies that are no forms are left alone. */
    private static boolean canBeRead(HttpServletRequest request) {
        try {
            return request.getParameterNames() != null;
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "A form could not be read: {0}", String.valueOf(e.getCause()));
            return false;
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }
}
