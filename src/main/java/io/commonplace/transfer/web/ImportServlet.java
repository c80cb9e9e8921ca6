package io.commonplace.transfer.web;

import io.commonplace.platform.web.Multipart;
import io.commonplace.transfer.Imports;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Shows the import's form, and takes its upload: the container reads a multipart form by the limits of the servlet that it
 * finds for an address, and those of Faces let nothing in (web.xml).
 */
@WebServlet("/import")
@MultipartConfig(
        maxFileSize = Imports.MAX_SIZE,
        maxRequestSize = Imports.MAX_SIZE + ImportServlet.OTHER_FIELDS,
        fileSizeThreshold = 64 << 10)
public class ImportServlet extends HttpServlet {
    static final long OTHER_FIELDS = 1 << 20;

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Multipart.require(request);
        show(request, response);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/views/import.xhtml").forward(request, response);
    }
}
