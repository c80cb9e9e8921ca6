package io.commonplace.transfer.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import io.commonplace.transfer.ExportDownloads;
import io.commonplace.transfer.ExportedArchive;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** {@code /exports/<id>}: an archive for whoever has asked for it. Programs with a password find it at {@code /api/exports/<id>}. */
@WebServlet({"/exports/*", "/api/exports/*"})
public class ExportServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient ExportDownloads downloads;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExportedArchive archive = downloads.get(currentUser.viewer(), id(request));
        response.setContentType("application/zip");
        response.setContentLengthLong(archive.size());
        response.setHeader("Content-Disposition", AttachmentHeader.of(archive.fileName()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        if (!request.getMethod().equals("HEAD")) {
            downloads.copy(archive, response.getOutputStream());
        }
    }

    private static long id(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (!path.matches("\\d{1,18}")) {
            throw new NotFound("export.notFound");
        }
        return Long.parseLong(path);
    }
}
