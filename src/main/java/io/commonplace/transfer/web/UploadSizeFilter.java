package io.commonplace.transfer.web;

import io.commonplace.platform.Messages;
import io.commonplace.platform.web.ErrorPage;
import io.commonplace.transfer.Imports;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Refuses a request whose stated length is too large, before reading the body, while a clear answer is still possible. */
public class UploadSizeFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    /** In bytes, for the form's other fields. */
    private static final long MARGIN = 64 << 10;

    @Inject
    private transient ErrorPage page;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > Imports.MAX_SIZE + MARGIN) {
            String text = Messages.text("import.upload.large", Imports.MAX_SIZE >> 30);
            page.write(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, text);
        } else {
            chain.doFilter(request, response);
        }
    }
}
