package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.SearchResults;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class AtomFeedTest {
    private static final SiteAddress SITE = SiteAddress.at("https://wiki.example:8443/");
    private static final SearchAddress ADDRESS = SearchAddress.of("<b> & \u0001", "", "", "");
    private static final SearchResults NOTHING =
            new SearchResults(List.of(), 0, "", List.of(), List.of(), List.of(), "", true);

    @Test
    void anEntryIsIdentifiedByItsPage() throws Exception {
        Element entry = (Element)
                feed(SampleResults.two()).getElementsByTagName("entry").item(0);

        assertThat(text(entry, "id")).isEqualTo("tag:wiki.example,2026:page:12");
        assertThat(text(entry, "updated")).isEqualTo("2026-11-02T08:00:00Z");
        assertThat(text(entry, "name")).isEqualTo("Ada");
        assertThat(text(entry, "summary")).isEqualTo("Make a backup");
        assertThat(link(entry)).isEqualTo("https://wiki.example:8443/s/handbook/running/the%20night/backups");
    }

    @Test
    void charactersThatXmlCannotHoldAreLeftOut() throws Exception {
        Element entry = (Element)
                feed(SampleResults.two()).getElementsByTagName("entry").item(1);

        assertThat(text(entry, "title")).isEqualTo("<script>]]>🦊");
        assertThat(text(feed(NOTHING).getDocumentElement(), "title")).endsWith(": <b> & ");
    }

    @Test
    void theFeedIsAsOldAsItsLatestChange() throws Exception {
        assertThat(text(feed(SampleResults.two()).getDocumentElement(), "updated"))
                .isEqualTo("2026-11-02T08:00:00Z");
        assertThat(text(feed(NOTHING).getDocumentElement(), "updated")).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void browsersGetAbsoluteAddressesOfTheConfiguredSite() {
        assertThat(OpenSearchDescription.description(SITE))
                .contains("template=\"https://wiki.example:8443/search?q={searchTerms}\"")
                .contains("template=\"https://wiki.example:8443/suggest?q={searchTerms}&amp;format=opensearch\"");
        assertThat(OpenSearchDescription.description(SiteAddress.at("wiki.example")))
                .contains("template=\"/search?q={searchTerms}\"");
    }

    private static Document feed(SearchResults found) throws Exception {
        String text = new AtomFeed(SITE, ADDRESS, "/search.atom").of(found);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }

    private static String link(Element entry) {
        return ((Element) entry.getElementsByTagName("link").item(0)).getAttribute("href");
    }
}
