package io.commonplace.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How texts say what they are, and how that is found again in what the site shows. Matching is all: parsing each answer would cost more than making it. */
final class Markings {
    private static final Pattern TEXT = Pattern.compile("Token (\\w+) of (\\w+) after (\\w+) in ([\\w-]+)\\.");
    private static final Pattern NEWEST = Pattern.compile(
            "data-label=\"Revision\">(\\d+)</td>.*?<td class=\"fill\"[^>]*>(\\w*)</td>", Pattern.DOTALL);
    private static final String NONE = "none";

    private final String space;
    private final Pattern link;

    /** @param space its slug */
    Markings(String space) {
        this.space = space;
        // The page's name begins the last part of its path; its title is that name, and perhaps a token.
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

    /** The text that is shown, if one is. */
    Optional<Marked> text(String html) {
        Matcher matcher = TEXT.matcher(html);
        return matcher.find() && matcher.group(4).equals(space)
                ? Optional.of(new Marked(
                        matcher.group(2), matcher.group(1), matcher.group(3).equals(NONE) ? "" : matcher.group(3)))
                : Optional.empty();
    }

    /** The newest line of a page's history. Only the first revision has no comment. */
    Optional<Sight> newest(String html, String page, String place) {
        Matcher matcher = NEWEST.matcher(html);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String token = matcher.group(2).isEmpty() ? page : matcher.group(2);
        return Optional.of(new Sight(page, token, false, place));
    }

    /** The links to pages, with what their titles say. */
    List<Sight> links(String html) {
        List<Sight> found = new ArrayList<>();
        Matcher matcher = link.matcher(html);
        while (matcher.find()) {
            String page = matcher.group(3);
            if (page.equalsIgnoreCase(matcher.group(2))) {
                found.add(new Sight(page, matcher.group(4) == null ? page : matcher.group(4), true, matcher.group(1)));
            }
        }
        return found;
    }

    /** A text as it was found. */
    record Marked(String page, String token, String base) {
        Sight at(String place) {
            return new Sight(page, token, false, place);
        }
    }
}
