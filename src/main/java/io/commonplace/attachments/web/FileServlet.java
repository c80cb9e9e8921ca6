package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves attachments at {@code /files/<id>/<start of the hash>/<name>}. Uploaded files can't run scripts on the site: each
 * response has a sandboxing policy, and everything except images and PDF is downloaded.
 */
@WebServlet("/files/*")
public class FileServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern ADDRESS = Pattern.compile("/(\\d{1,18})/([0-9a-f]{12})/[^/]+");

    @Inject
    private transient Attachments attachments;

    @Inject
    private transient Access access;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AttachmentHead file = find(request);
        response.setContentType(file.mediaType());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        response.setHeader(
                "Cache-Control",
                file.href().equals(request.getRequestURI())
                        ? "private, max-age=31536000, immutable"
                        : "private, no-cache");
        response.setHeader("ETag", '"' + file.hash() + '"');
        if (!file.isShown()) {
            response.setHeader("Content-Disposition", "attachment");
        }
        if (('"' + file.hash() + '"').equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentLengthLong(file.size());
        attachments.copy(file, response.getOutputStream());
    }

    /** An outdated hash gets the current content too, so that old links keep working. */
    private AttachmentHead find(HttpServletRequest request) {
        String address = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new NotFound("file.notFound");
        }
        // The same message as for a missing file, so that it doesn't reveal that the file exists.
        return attachments
                .find(Long.parseLong(parts.group(1)))
                .filter(file -> access.may(currentUser.viewer(), SpaceLevel.VIEW, file.spaceId()))
                .orElseThrow(() -> new NotFound("file.notFound"));
    }
}
