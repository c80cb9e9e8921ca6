package io.commonplace.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @Test
    void everyDestinationInsideTheSiteIsFoundAsWritten() {
        ParsedPage page = Rendered.parsed("""
                [a](../a/b.md#part "t") [b](<with space.md>) ![i](img/x.png) [c][ref] [e](p%C3%A4.md?q=1)

                <a href="raw.md?a=1&amp;b=2">r</a> <img alt="" src='raw.png'> <A HREF=upper.md>u</A>

                <p><a href="block.md">x</a></p>

                [ref]: defined.md
                [unused]: unused.md
                """);
        assertThat(page.destinations())
                .containsExactlyInAnyOrder(
                        "../a/b.md#part",
                        "with space.md",
                        "img/x.png",
                        "defined.md",
                        "p%C3%A4.md?q=1",
                        "raw.md?a=1&b=2",
                        "raw.png",
                        "upper.md",
                        "block.md",
                        "unused.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](https://x.org/y)",
                "[a](//x.org)",
                "[a](#part)",
                "[a]()",
                "[a](mailto:a@b.c)",
                "<https://x.org>",
                "[a](JavaScript:x)",
                "[a](\\\\\\\\host)",
                "www.example.org",
                "`[a](b.md)`",
                "[[Wiki]]"
            })
    void otherDestinationsAreNotLookedUp(String markdown) {
        assertThat(Rendered.parsed(markdown).destinations()).isEmpty();
    }

    @Test
    void destinationsThatAreListedAreThoseThatAreLookedUp() {
        String markdown =
                "[a](<ä ö.md#x>) [b](a(b).md) [c](a&amp;b.md) <a href=' c&amp;d \"e\".md '>x</a> ![d](i%20j.png)"
                        + " [e](a\\*b.md) <img src=\"ü.png\"> [[T ö|x]] [f](a|b.md)";
        ParsedPage page = Rendered.parsed(markdown);
        Map<String, String> all = new HashMap<>();
        page.destinations().forEach(destination -> all.put(destination, "/found"));
        page.wikiTargets().forEach(target -> all.put(target, "/found"));
        assertThat(all).hasSize(9);
        assertThat(Rendered.page(markdown, all).brokenLinks()).isEmpty();
    }

    @Test
    void everyLinkOfTheTextIsListedOnceWithItsSection() {
        RenderedPage page = Rendered.page("""
                [a](b.md#Part) [again](b.md#Part) ![i](i.png) [[Page#My Part]] [[#Here]] [s](#below) [w](https://x.org)
                [f](file:///x) Word[^1] <iframe src="v.mp4"></iframe>

                [^1]: Note
                """, Map.of());
        assertThat(page.links())
                .containsExactlyInAnyOrder(
                        new RenderedLink(RenderedLink.Kind.INSIDE, "b.md#Part", "Part"),
                        new RenderedLink(RenderedLink.Kind.INSIDE, "i.png", ""),
                        new RenderedLink(RenderedLink.Kind.WIKI, "Page#My Part", "my-part"),
                        new RenderedLink(RenderedLink.Kind.SECTION, "#Here", "here"),
                        new RenderedLink(RenderedLink.Kind.SECTION, "#below", "below"),
                        new RenderedLink(RenderedLink.Kind.OUTSIDE, "https://x.org", ""),
                        new RenderedLink(RenderedLink.Kind.UNSUPPORTED, "file:///x", ""),
                        new RenderedLink(RenderedLink.Kind.INSIDE, "v.mp4", ""));
    }

    @Test
    void aPageSaysWhatLinksToItCanName() {
        assertThat(Rendered.page("# One\n\n## Two\n\n<p id=\"three\">x</p>").ids())
                .contains("one", "two", "three");
    }

    @Test
    void aLinkLeadsWhereTheResolverSays() {
        RenderedPage page = Rendered.page("[a](b.md#x)", Map.of("b.md#x", "/space/ü b?v=1#x"));
        assertThat(page.html()).contains("<a href=\"/space/%C3%BC%20b?v&#61;1#x\">a</a>");
        assertThat(page.brokenLinks()).isEmpty();
    }

    @Test
    void aLinkWithABlankAddressIsText() {
        RenderedPage page = Rendered.page("[a](b.md) ![i](b.md)", Map.of("b.md", ""));
        assertThat(page.html()).startsWith("<p><a>a</a> <span class=\"broken\"");
        assertThat(page.brokenLinks()).containsExactly("b.md");
    }

    @Test
    void brokenLinksAreMarkedAndListed() {
        RenderedPage page = Rendered.page("[a](gone.md) ![i](gone.png) [[Gone]]", Map.of());
        assertThat(page.html())
                .contains("<a class=\"broken\" title=\"Broken link: gone.md\">a</a>")
                .contains("<span class=\"broken\" title=\"Missing picture: gone.png\">i</span>")
                .contains("<a class=\"broken\" title=\"Broken link: [[Gone]]\">Gone</a>");
        assertThat(page.brokenLinks()).containsExactlyInAnyOrder("gone.md", "gone.png", "[[Gone]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///S:/plans.docx", "smb://host/x", "\\\\host\\share", "ftp://host/x"})
    void aLinkWithAnUnsupportedSchemeIsMarkedAndListed(String address) {
        RenderedPage page = Rendered.page("<a href='" + address + "'>a</a>");
        assertThat(page.html())
                .contains("<a class=\"broken\" title=\"Broken link: " + address + "\">a</a> (" + address + ")");
        assertThat(RenderedPage.canBeOpened(address)).isFalse();
        assertThat(page.brokenLinks()).containsExactly(address);
    }

    @Test
    void aDataUrlOfAnImageIsMarkedAndListedShortened() {
        String address = "data:image/png;base64," + "A".repeat(3_000);
        RenderedPage page = Rendered.page("![Plan](" + address + ") ![][p]\n\n[p]: <" + address + ">");
        assertThat(page.html()).contains(">Plan (data:image/png;base64,A").contains(">data:image/png;base64,A");
        assertThat(page.brokenLinks())
                .singleElement()
                .satisfies(listed -> assertThat(listed).hasSize(61));
    }

    @ParameterizedTest
    @CsvSource({
        "[a](<b.md#Restore steps>), b.md#restore-steps",
        "[a](b.md#Restore%20steps), b.md#restore-steps",
        "[a](<#Restore steps>), #restore-steps",
        "[a](#u\u0308ber), #%C3%BCber",
        "[a](#%C3%BCber), #%C3%BCber",
        "[a](b.md#Part_2), b.md#Part_2"
    })
    void aLinkToASectionLeadsToItsHeading(String markdown, String href) {
        assertThat(Rendered.html(markdown)).contains("href=\"" + href + "\"");
    }

    @Test
    void aLinkToAnotherSiteIsMarkedAndSendsNoReferrer() {
        assertThat(Rendered.html("[x](https://example.org/a)"))
                .contains("<a href=\"https://example.org/a\" class=\"external\" rel=\"noopener noreferrer\">x</a>");
    }

    @Test
    void imagesLoadWhenSeen() {
        assertThat(Rendered.html("![A *b*](i.png \"t\")"))
                .isEqualTo("<p><img src=\"i.png\" alt=\"A b\" title=\"t\" loading=\"lazy\" /></p>");
    }

    @Test
    void anImageOfAnotherSiteBecomesALink() {
        assertThat(Rendered.html("![Alt](https://example.org/i.png)"))
                .isEqualTo("<p><a href=\"https://example.org/i.png\" class=\"external\""
                        + " rel=\"noopener noreferrer\">Alt</a></p>");
    }

    @Test
    void anImageOfAnotherSiteInALinkBecomesItsText() {
        assertThat(Rendered.html("[![Alt](https://example.org/i.png)](a.md)"))
                .isEqualTo("<p><a href=\"a.md\">Alt</a></p>");
    }

    @Test
    void aFrameBecomesALink() {
        assertThat(Rendered.html("<iframe src=\"https://example.org/v\" title=\"Talk\"></iframe>"))
                .isEqualTo("<a href=\"https://example.org/v\" class=\"external\" rel=\"noopener noreferrer\">Talk</a>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[[Team]]; <a href=\"/wiki/Team\">Team</a>",
                "[[Team page|the team]]; <a href=\"/wiki/Team%20page\">the team</a>",
                "[[Team#Part]]; <a href=\"/wiki/Team#part\">Team#Part</a>",
                "([[A]] and [[B]]); (<a href=\"/wiki/A\">A</a> and <a href=\"/wiki/B\">B</a>)",
                "*[[A]]*; <em><a href=\"/wiki/A\">A</a></em>",
                "[[Team#Ways to work]]; <a href=\"/wiki/Team#ways-to-work\">Team#Ways to work</a>",
                "[[#Ways to work]]; <a href=\"#ways-to-work\">#Ways to work</a>",
                "![[Team]]; <a href=\"/wiki/Team\">Team (embedded page)</a>",
                "![[a.png]]; <img src=\"/wiki/a.png\" alt=\"a.png\" loading=\"lazy\" />",
                "![[a.png|A plan]]; <img src=\"/wiki/a.png\" alt=\"A plan\" loading=\"lazy\" />",
                "![[a.png|120x80]]; <img src=\"/wiki/a.png\" alt=\"a.png\" width=\"120\" height=\"80\" loading=\"lazy\" />"
            })
    void wikiLinksLeadToTheirTarget(String markdown, String html) {
        assertThat(Rendered.html(markdown)).isEqualTo("<p>" + html + "</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\[[a]]",
                "[\\[a]]",
                "`[[a]]`",
                "[[]]",
                "[[|a]]",
                "[[a|]]",
                "[[[a]]]",
                "[[a]",
                "[ [a]]",
                "[[a\nb]]",
                "[[a]](b.md)",
                "[[a]]\n\n[a]: b.md"
            })
    void whatOnlyLooksLikeAWikiLinkIsNone(String markdown) {
        assertThat(Rendered.parsed(markdown).wikiTargets()).isEmpty();
    }

    @Test
    void theTargetsOfWikiLinksAreListed() {
        assertThat(Rendered.parsed("[[A]] [[B|b]] [[A]]\n\n| x |\n|---|\n| [[C\\|c]] |")
                        .wikiTargets())
                .containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void anEscapedBracketShowsAllThatFollows() {
        assertThat(Rendered.html("\\[a](b) \\[[c]]")).isEqualTo("<p>[a](b) [[c]]</p>");
    }
}
