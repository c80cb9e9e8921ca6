package io.commonplace.transfer;

import io.commonplace.pages.RelativePath;
import io.commonplace.platform.Html;
import io.commonplace.platform.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that each exported site has, and {@code page.html}, which its pages are made from. */
final class SiteTemplate {
    /** In the archive; no space has a key with this character. */
    static final String FOLDER = "_site/";

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String PAGE = new String(resource("page.html"), StandardCharsets.UTF_8);
    private static final Map<String, String> LABELS = Map.of(
            "skip", Messages.text("export.site.skip"),
            "search", Messages.text("export.site.search"),
            "none", Messages.text("export.site.none"),
            "some", Messages.text("export.site.some", "{0}"),
            "loading", Messages.text("export.site.loading"),
            "tree", Messages.text("export.site.tree"),
            "branch", Messages.text("export.site.branch", "{0}"),
            "all", Messages.text("export.site.all"));

    private SiteTemplate() {}

    /** The bytes of {@code style.css} or {@code site.js}. */
    static byte[] resource(String name) {
        try (InputStream in = SiteTemplate.class.getResourceAsStream("site/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes a page.
     *
     * @param file its name in the archive
     * @param spaceSlug the space whose tree it shows
     * @param markup by place; it is HTML already
     */
    static String page(String file, String spaceSlug, Map<String, String> markup) {
        Map<String, String> all = new HashMap<>(markup);
        LABELS.forEach((place, label) -> all.put(place, escaped(label)));
        all.put("root", root(file));
        all.put("file", escaped(file));
        all.put("pages", pages(spaceSlug));
        Matcher places = PLACE.matcher(PAGE);
        return places.replaceAll(
                place -> Matcher.quoteReplacement(Objects.requireNonNull(all.get(place.group(1)), place.group(1))));
    }

    /** The way up from a file to the top of the archive. */
    static String root(String file) {
        return "../".repeat((int) file.chars().filter(c -> c == '/').count());
    }

    /** The script with the pages of a space. */
    static String pages(String spaceSlug) {
        return "pages-" + spaceSlug + ".js";
    }

    /** The script with the texts of the pages of one step. @param first the number of its first page */
    static String texts(int first) {
        return "text-" + first + ".js";
    }

    static String escaped(String text) {
        StringBuilder html = new StringBuilder();
        Html.escape(text, html);
        return html.toString();
    }

    /** A link to another file. @param from the name of the file that it is in */
    static String link(String from, String to, String text) {
        return "<a href=\"" + escaped(RelativePath.between(from, to)) + "\">" + escaped(text) + "</a>";
    }
}
