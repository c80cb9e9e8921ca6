package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes tokens into texts and finds them in the site's pages. It uses regular expressions, because parsing each page would
 * cost more than serving it.
 */
final class TextTokens {
    private static final Pattern TEXT = Pattern.compile("Token (\\w+) of (\\w+) after (\\w+) in ([\\w-]+)\\.");
    private static final Pattern NEWEST = Pattern.compile(
            "data-label=\"Revision\">(\\d+)</td>.*?<td class=\"fill\"[^>]*>(\\w*)</td>", Pattern.DOTALL);
    private static final String NONE = "none";

    private final String space;
    private final Pattern link;

    /** @param space the slug of the space */
    TextTokens(String space) {
        this.space = space;
        // The last segment of the path begins with the page's name; the title is that name, optionally with a token.
        link = Pattern.compile("<a href=\"/s/" + space + "/([\\w/-]*?/(\\w+)(?:-\\w+)?)\"[^>]*>(\\w+)(?: (\\w+))?</a>");
    }

    String markdown(String page, Text text) {
        String base = text.base().isEmpty() ? NONE : text.base();
        return "Token %s of %s after %s in %s.\n\n## More\n\n%s\n"
                .formatted(text.token(), page, base, space, "Some *words* that fill the page. ".repeat(12));
    }

    String title(String page, Text text) {
        return text.titled() && !text.token().equals(page) ? page + " " + text.token() : page;
    }

    /** Whether this is a title of the page with this name. */
    boolean isTitleOf(String name, String title) {
        return title.equals(name) || title.startsWith(name + " ");
    }

    /** The text in a page, if there is one. */
    Optional<MarkedText> text(String html) {
        Matcher matcher = TEXT.matcher(html);
        return matcher.find() && matcher.group(4).equals(space)
                ? Optional.of(new MarkedText(
                        matcher.group(2), matcher.group(1), matcher.group(3).equals(NONE) ? "" : matcher.group(3)))
                : Optional.empty();
    }

    /** The newest entry of a page's history. Only the first revision has no comment. */
    Optional<Observation> newest(String html, String page, String place) {
        Matcher matcher = NEWEST.matcher(html);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String token = matcher.group(2).isEmpty() ? page : matcher.group(2);
        return Optional.of(new Observation(page, token, false, place));
    }

    /** The links to pages, with the tokens in their titles. */
    List<Observation> links(String html) {
        List<Observation> found = new ArrayList<>();
        Matcher matcher = link.matcher(html);
        while (matcher.find()) {
            String page = matcher.group(3);
            if (page.equalsIgnoreCase(matcher.group(2))) {
                found.add(new Observation(
                        page, matcher.group(4) == null ? page : matcher.group(4), true, matcher.group(1)));
            }
        }
        return found;
    }

    /** A text that was found in a page. */
    record MarkedText(String page, String token, String base) {
        Observation at(String place) {
            return new Observation(page, token, false, place);
        }
    }
}
