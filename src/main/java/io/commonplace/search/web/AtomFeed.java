package io.commonplace.search.web;

import io.commonplace.platform.Messages;
import io.commonplace.search.SearchResult;
import io.commonplace.search.SearchResults;
import io.commonplace.search.Snippet;
import java.time.Instant;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * Results as an Atom feed. The identifier of an entry is that of the page, so that a reader shows a page once, and again when
 * it has changed.
 *
 * @param self the feed's path, with its query
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
record AtomFeed(SiteAddress site, SearchAddress address, String self) {
    static final String TYPE = "application/atom+xml";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    String of(SearchResults found) {
        return XmlText.of("feed", NAMESPACE, feed -> {
            feed.element("id", tag("search:" + address.feedHref()));
            feed.element("title", title());
            feed.element("updated", updated(found).toString());
            feed.element("link", "", "rel", "self", "type", TYPE, "href", site.of(self));
            feed.element(
                    "link",
                    "",
                    "rel",
                    "alternate",
                    "type",
                    "text/html",
                    "href",
                    site.of(address.sortedByDate().href()));
            for (SearchResult result : found.results()) {
                feed.nested("entry", entry -> write(entry, result));
            }
        });
    }

    private void write(XmlText entry, SearchResult result) throws XMLStreamException {
        entry.element("id", tag("page:" + result.pageId()));
        entry.element("title", result.title());
        entry.element("updated", result.changedAt().toString());
        entry.element("link", "", "rel", "alternate", "type", "text/html", "href", site.of(result.href()));
        entry.nested("author", author -> author.element("name", result.changedByName()));
        entry.element(
                "category",
                "",
                "term",
                result.space().slug(),
                "label",
                result.space().name());
        entry.element("summary", text(result.snippet()));
    }

    private String title() {
        return address.query().isBlank()
                ? Messages.text("search.feed.all")
                : Messages.text("search.feed.title", address.query());
    }

    /** The time of an empty feed doesn't change. */
    private static Instant updated(SearchResults found) {
        return found.results().stream()
                .map(SearchResult::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String text(Snippet snippet) {
        return snippet.parts().stream().map(Snippet.Part::text).collect(Collectors.joining());
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151</a> */
    private String tag(String of) {
        return "tag:" + site.host() + ",2026:" + of;
    }
}
