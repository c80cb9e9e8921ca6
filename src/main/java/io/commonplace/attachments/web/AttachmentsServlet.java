package io.commonplace.attachments.web;

import io.commonplace.attachments.Content;
import io.commonplace.pages.web.PageAddress;
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

/** Shows the files of a page, and takes the form that adds some: the container reads it by this servlet's limits. */
@WebServlet("/attachments")
@MultipartConfig(
        maxFileSize = Content.MAX_SIZE,
        maxRequestSize = AttachmentsServlet.MAX_REQUEST,
        fileSizeThreshold = 64 << 10)
public class AttachmentsServlet extends HttpServlet {
    static final long MAX_REQUEST = 4 * Content.MAX_SIZE;

    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient PageAddress address;

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
        request.getRequestDispatcher("/WEB-INF/views/attachments.xhtml").forward(request, response);
    }
}
