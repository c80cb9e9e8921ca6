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
 * Gives an editor's text back that can't be saved, because its form was made in another session: in a page that can send it
 * again. The text stays in the browser; the site keeps nothing. With scripts it hardly comes to that: the editor looks
 * whether its session is there before it sends the text. A stranger's text is not read, hence not given back.
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
     * @param words what to do now
     * @return whether it was an editor's form, and is answered
     */
    public boolean giveBack(HttpServletRequest request, HttpServletResponse response, int status, String words)
            throws IOException {
        if (!mayHoldText(request) || request.getParameter(TEXT) == null) {
            return false;
        }
        page.writeKept(response, status, words, template -> fill(request, template));
        return true;
    }

    /** What another site sends is not shown as one's own. */
    private static boolean mayHoldText(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(FORM)
                && !RequestPath.of(request).equals("/login")
                && CsrfDecision.of(request).isSurelyFromHere();
    }

    private static String fill(HttpServletRequest request, String template) {
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        Map<String, String> parts = Map.of(
                "{action}", ErrorPage.escape(address),
                "{fields}", fields(request),
                "{markdown}", ErrorPage.escape(request.getParameter(TEXT)));
        // In one go: what was typed may hold such a word, too.
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
