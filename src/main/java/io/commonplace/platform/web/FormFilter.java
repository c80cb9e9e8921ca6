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
 * Refuses forms that the server can't read, with a clear message. A form that is larger than the server's limit, or has no
 * length, is refused before any of it is read; every browser sends the length. A form that breaks off or is malformed is
 * read here, because later code would report it as an error of ours.
 */
public class FormFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * In bytes, encoded. A page of 1 MiB without any ASCII letter takes 3 MiB; twice as much is accepted. The server has the
     * same limit (payara-config/pre-boot).
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

    /** Parses the form; the container keeps the result. It doesn't read bodies that are not forms. */
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
