package io.commonplace.platform.web;

import io.commonplace.platform.ListWindow;
import io.commonplace.platform.TimeKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Which part of a long list the address asks for: {@code before} or {@code after} a row, and of which names ({@code q}). */
@Named
@RequestScoped
public class ListRequest {
    @Inject
    private HttpServletRequest request;

    /** A part of the names that are wanted; empty for all. */
    public String getFilter() {
        String filter = request.getParameter("q");
        return filter == null ? "" : filter.strip();
    }

    /** For a list in the order of names, by a name or another text. */
    public ListWindow<String> alphabetical() {
        return ListWindow.alphabetical(parameter("before"), parameter("after"));
    }

    /** For a list with the newest rows first. */
    public ListWindow<TimeKey> newestFirst() {
        return newestFirst("");
    }

    /** The same for another list on the same page. @param prefix of the names of its parameters */
    public ListWindow<TimeKey> newestFirst(String prefix) {
        return ListWindow.newestFirst(time(prefix + "before"), time(prefix + "after"));
    }

    /** For a list of numbered rows, with the newest first. */
    public ListWindow<Integer> highestFirst() {
        return ListWindow.newestFirst(number("before"), number("after"));
    }

    /** An address with the names that are wanted, to which a parameter can be added. */
    public String addressOf(String list) {
        String filter = getFilter();
        return list + "?" + (filter.isEmpty() ? "" : "q=" + URLEncoder.encode(filter, StandardCharsets.UTF_8) + "&");
    }

    private @Nullable TimeKey time(String name) {
        String text = parameter(name);
        return text == null ? null : TimeKey.parse(text);
    }

    private @Nullable Integer number(String name) {
        String text = parameter(name);
        return text == null || !text.matches("\\d{1,9}") ? null : Integer.valueOf(text);
    }

    private @Nullable String parameter(String name) {
        String text = request.getParameter(name);
        return text == null || text.isEmpty() ? null : text;
    }
}
