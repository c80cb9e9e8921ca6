package io.commonplace.platform.web;

import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes error responses: a page for people, JSON for programs. It uses no Faces, no database and no grid, except that it
 * offers {@link SimilarPages} for a missing one.
 */
@ApplicationScoped
public class ErrorPage {
    /** A message's key in a template; other places to fill in have no point. */
    private static final Pattern MESSAGE = Pattern.compile("\\{([a-z]+(?:\\.[A-Za-z]+)+)}");

    @Inject
    private ServletContext context;

    @Inject
    private Assets assets;

    @Inject
    private SimilarPages similarPages;

    /** @param text what happened and what to do; it is escaped */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String text)
            throws IOException {
        write(request, response, status, text, "");
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status, String text, String incident)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        begin(response, status);
        if (RequestPath.isApi(request)) {
            response.setContentType("application/json");
            response.getWriter().write(json(text, incident));
        } else {
            response.setContentType("text/html");
            response.getWriter().write(page(request, status, text, incident));
        }
    }

    /** Writes a page with a form that was not saved. @param fill puts the form's content into the page's template */
    void writeUnsaved(HttpServletResponse response, int status, String text, UnaryOperator<String> fill)
            throws IOException {
        begin(response, status);
        response.setContentType("text/html");
        response.getWriter().write(fill.apply(frame("kept", status, text)));
    }

    private static void begin(HttpServletResponse response, int status) {
        response.resetBuffer();
        response.setStatus(status);
        response.setCharacterEncoding("UTF-8");
        SecurityHeadersFilter.set(response);
        response.setHeader("Cache-Control", "no-store");
    }

    private static String json(String text, String incident) {
        String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
        return "{\"error\":\"" + escaped + "\"" + (incident.isEmpty() ? "" : ",\"incident\":\"" + incident + "\"")
                + "}\n";
    }

    private String page(HttpServletRequest request, int status, String text, String incident) throws IOException {
        return frame("page", status, text)
                .replace(
                        "{incident}",
                        incident.isEmpty() ? "" : template("incident").replace("{id}", incident))
                .replace("{similar}", status == HttpServletResponse.SC_NOT_FOUND ? similar(request) : "");
    }

    private String similar(HttpServletRequest request) throws IOException {
        List<SimilarPages.SimilarPage> pages = similarPages.to(request);
        if (pages.isEmpty()) {
            return "";
        }
        String links = pages.stream()
                .map(page -> "<li class=\"change\"><a href=\"" + escape(page.href()) + "\">" + escape(page.title())
                        + "</a><span class=\"meta\">" + escape(page.space()) + "</span></li>")
                .collect(Collectors.joining());
        return template("similar").replace("{pages}", links);
    }

    private String frame(String template, int status, String text) throws IOException {
        return template(template)
                .replace("{version}", assets.getVersion())
                .replace("{status}", Integer.toString(status))
                .replace("{title}", escape(title(status)))
                .replace("{text}", escape(text));
    }

    private static String title(int status) {
        return switch (status) {
            case 401 -> Messages.text("error.title.401");
            case 403 -> Messages.text("error.title.403");
            case 404 -> Messages.text("error.title.404");
            case 500 -> Messages.text("error.title.500");
            case 503 -> Messages.text("error.title.503");
            default -> Messages.text("error.title.other");
        };
    }

    private String template(String name) throws IOException {
        try (InputStream bytes = context.getResourceAsStream("/WEB-INF/errors/" + name + ".html")) {
            String text = new String(Objects.requireNonNull(bytes).readAllBytes(), StandardCharsets.UTF_8);
            return MESSAGE.matcher(text).replaceAll(key -> Matcher.quoteReplacement(Messages.text(key.group(1))));
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
