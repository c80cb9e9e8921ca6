package io.commonplace.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shows an editor's text again that could not be saved because its form belongs to another session. The page can send it
 * again. The text stays in the browser; the site stores nothing. With scripts this is rare: the editor checks its session
 * before it sends the text. A text of unknown origin is not read, and so not shown.
 */
@ApplicationScoped
public class UnsavedForm {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TEXT = "markdown";
    private static final String TOKEN = "csrf";
    private static final Pattern PART = Pattern.compile("\\{(action|fields|markdown)}");

    @Inject
    private ErrorPage page;

    /**
     * @param message says what to do now
     * @return whether the request was an editor's form, and the response is written
     */
    public boolean showAgain(HttpServletRequest request, HttpServletResponse response, int status, String message)
            throws IOException {
        if (!mayHoldText(request) || request.getParameter(TEXT) == null) {
            return false;
        }
        page.writeUnsaved(response, status, message, template -> fill(request, template));
        return true;
    }

    /** A text that another site sent must not look like the person's own. */
    private static boolean mayHoldText(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(FORM)
                && !RequestPath.isSignIn(request)
                && CsrfDecision.of(request).isSameOrigin();
    }

    private static String fill(HttpServletRequest request, String template) {
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        Map<String, String> parts = Map.of(
                "{action}", ErrorPage.escape(address),
                "{fields}", fields(request),
                "{markdown}", ErrorPage.escape(request.getParameter(TEXT)));
        // In one pass: the text itself may contain a placeholder.
        return PART.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(Objects.requireNonNull(parts.get(part.group()))));
    }

    private static String fields(HttpServletRequest request) {
        String others = request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(TEXT) && !field.getKey().equals(TOKEN))
                .flatMap(field -> Arrays.stream(field.getValue()).map(value -> Map.entry(field.getKey(), value)))
                .map(field -> hidden(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        return hidden(TOKEN, CsrfToken.of(request)) + others;
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + ErrorPage.escape(name) + "\" value=\"" + ErrorPage.escape(value)
                + "\">\n";
    }
}
