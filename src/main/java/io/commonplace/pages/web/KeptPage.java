package io.commonplace.pages.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.people.web.PersonalMark;
import io.commonplace.platform.Html;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page's markup as bytes, with marks where a reader's own belongs. */
final class KeptPage {
    private static final Pattern MARK = Pattern.compile(
            Arrays.stream(PersonalMark.values()).map(PersonalMark::text).collect(Collectors.joining("|")));

    private final List<Part> parts;

    private KeptPage(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** @param markup in which each {@link PersonalMark} stands for itself */
    static KeptPage of(String markup) {
        List<Part> parts = new ArrayList<>();
        int end = 0;
        Matcher marks = MARK.matcher(markup);
        for (MatchResult mark : marks.results().toList()) {
            parts.add(new Part(utf8(markup.substring(end, mark.start())), mark(mark.group())));
            end = mark.end();
        }
        parts.add(new Part(utf8(markup.substring(end)), null));
        return new KeptPage(parts);
    }

    private static PersonalMark mark(String text) {
        return Arrays.stream(PersonalMark.values())
                .filter(mark -> mark.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** In bytes. */
    int size() {
        return parts.stream().mapToInt(part -> part.markup.length).sum();
    }

    void writeTo(HttpServletResponse response, CurrentUser reader) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (Part part : parts) {
            all.add(part.markup);
            if (part.mark != null) {
                all.add(escaped(part.mark.own(reader)));
            }
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(all.stream().mapToInt(bytes -> bytes.length).sum());
        for (byte[] bytes : all) {
            response.getOutputStream().write(bytes);
        }
    }

    private static byte[] escaped(String text) {
        StringBuilder html = new StringBuilder();
        Html.escape(text, html);
        return utf8(html.toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @param mark what follows the markup; null at the end */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(byte[] markup, @Nullable PersonalMark mark) {}
}
