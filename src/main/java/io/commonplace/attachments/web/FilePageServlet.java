package io.commonplace.attachments.web;

import io.commonplace.attachments.Content;
import io.commonplace.platform.web.Multipart;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * The page about a file, {@code /file?id=N}. It takes the form with a new version: the container reads it by this servlet's
 * limits.
 */
@WebServlet("/file")
@MultipartConfig(
        maxFileSize = Content.MAX_SIZE,
        maxRequestSize = FilePageServlet.MAX_REQUEST,
        fileSizeThreshold = 64 << 10)
public class FilePageServlet extends HttpServlet {
    /** A file with the other fields of its form. */
    static final long MAX_REQUEST = Content.MAX_SIZE + (1 << 20);

    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient FileAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        address.requireEdit();
        Multipart.require(request);
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/views/file.xhtml").forward(request, response);
    }
}
