package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingIT {
    @Test
    void aSignInLeadsToTheRequestedPage() {
        Visitor stranger = new Visitor();
        Answer asked = stranger.get("/s/handbook/glossary");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.location()).startsWith("/login?to=");

        Answer signedIn =
                stranger.submit(asked.location(), "signin", Map.of("name", "admin", "password", Cluster.password()));
        assertThat(signedIn.location()).isEqualTo("/s/handbook/glossary");
        assertThat(stranger.get("/s/handbook/glossary").page().select("h1").text())
                .contains("Glossary");
    }

    @Test
    void everyPageOfTheHandbookIsLinkedAndNoLinkIsBroken() {
        Visitor reader = Visitor.administrator();
        var pages = new java.util.TreeSet<String>();
        var ahead = new java.util.ArrayDeque<String>(java.util.List.of("/s/handbook"));
        while (!ahead.isEmpty()) {
            String path = ahead.remove();
            if (!pages.add(path)) {
                continue;
            }
            Answer answer = reader.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            answer.page().select(".prose a[href^=/s/], .prose img[src^=/], .tree a").stream()
                    .map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("src"))
                    .map(href -> href.replaceFirst("[#?].*", ""))
                    .filter(href -> !pages.contains(href))
                    .forEach(ahead::add);
        }
        assertThat(pages).hasSizeGreaterThan(40);
    }
}
