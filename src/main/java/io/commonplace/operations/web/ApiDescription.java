package io.commonplace.operations.web;

import io.commonplace.operations.Versions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** {@code GET /api/openapi.yaml}: describes the API to programs. Tests compare it with what the API does. */
@WebServlet("/api/openapi.yaml")
public class ApiDescription extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9512">RFC 9512</a> */
    private static final String TYPE = "application/yaml";

    @Inject
    private transient Versions versions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getWriter().write(text().replace("{version}", versions.version()));
    }

    private static String text() throws IOException {
        try (InputStream text = ApiDescription.class.getResourceAsStream("openapi.yaml")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
