package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.attachments.FileDetails;
import io.commonplace.attachments.FileVersions;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves attachments at {@code /files/<id>/<start of the hash>/<name>}, and their versions at {@code
 * /files/<id>/versions/<number>/<name>}. Uploaded files can't run scripts on the site: each response has a policy that forbids
 * them, and everything except images and PDF is downloaded.
 */
@WebServlet("/files/*")
public class FileServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern ADDRESS =
            Pattern.compile("/(\\d{1,18})/(?:[0-9a-f]{12}|versions/(?<version>\\d{1,9}))/[^/]+");

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    @Inject
    private transient Attachments attachments;

    @Inject
    private transient FileDetails details;

    @Inject
    private transient FileVersions versions;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher address = address(request);
        String version = address.group("version");
        AttachmentHead current = details.get(currentUser.viewer(), Long.parseLong(address.group(1)));
        AttachmentHead file = version == null
                ? current
                : versions.get(current, Integer.parseInt(version)).of(current);
        // An outdated hash gets the current content too, so that old links keep working.
        boolean stays = version != null || file.href().equals(request.getRequestURI());
        response.setHeader("Cache-Control", stays ? "private, max-age=31536000, immutable" : "private, no-cache");
        send(request, response, file);
    }

    private void send(HttpServletRequest request, HttpServletResponse response, AttachmentHead file)
            throws IOException {
        response.setContentType(file.mediaType());
        response.setHeader("Content-Security-Policy", policy(file));
        response.setHeader("ETag", '"' + file.hash() + '"');
        if (!file.isShown()) {
            response.setHeader("Content-Disposition", "attachment");
        }
        if (('"' + file.hash() + '"').equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader("Accept-Ranges", "bytes");
        Optional<ByteRange> range = range(request, file);
        if (range.isPresent()) {
            sendPart(response, file, range.get());
            return;
        }
        response.setContentLengthLong(file.size());
        attachments.copy(file, response.getOutputStream());
    }

    /**
     * The page about a PDF shows it in a frame. Without a sandbox, which Safari shows no PDF in: by its type, which the browser
     * must not guess (the balancer says so), it goes to a viewer that runs nothing of it on this site.
     */
    private static String policy(AttachmentHead file) {
        return file.isPdf() ? POLICY + "; frame-ancestors 'self'" : "sandbox; " + POLICY;
    }

    /** A part of another content than the browser has begun with is of no use to it. */
    private static Optional<ByteRange> range(HttpServletRequest request, AttachmentHead file) {
        String begun = request.getHeader("If-Range");
        return begun == null || begun.equals('"' + file.hash() + '"')
                ? ByteRange.of(request.getHeader("Range"), file.size())
                : Optional.empty();
    }

    private void sendPart(HttpServletResponse response, AttachmentHead file, ByteRange range) throws IOException {
        if (!range.isThere()) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader("Content-Range", range.of(file.size()));
        response.setContentLengthLong(range.length());
        attachments.copy(file, range.from(), range.length(), response.getOutputStream());
    }

    private static Matcher address(HttpServletRequest request) {
        String address = request.getPathInfo() == null ? "" : request.getPathInfo();
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new NotFound("file.notFound");
        }
        return parts;
    }
}
