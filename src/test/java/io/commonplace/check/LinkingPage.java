package io.commonplace.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A page that links to the first pages by their addresses, and by name to pages that may be created later. */
final class LinkingPage {
    static final String PLACE = "links";

    private static final int LINKED = 260;

    private LinkingPage() {}

    /** @param name of a page, a letter and a number */
    static boolean hasLinkTo(String name) {
        return Integer.parseInt(name.substring(1)) <= LINKED;
    }

    /** Each link shows the name of its page. @param first the pages that there are already */
    static String markdown(List<TestPage> first) {
        Stream<String> known = first.stream().map(page -> "[%s](%s.md)".formatted(page.name(), page.place()));
        Stream<String> later =
                IntStream.rangeClosed(first.size() + 1, LINKED).mapToObj(number -> "[[t%1$d|t%1$d]]".formatted(number));
        return Stream.concat(known, later).collect(Collectors.joining("\n- ", "- ", "\n"));
    }

    /** The link to a page, in the page's HTML. */
    static Optional<Element> linkTo(String name, String html) {
        return Jsoup.parse(html).select(".prose li > a").stream()
                .filter(link -> link.text().equals(name))
                .findFirst();
    }
}
