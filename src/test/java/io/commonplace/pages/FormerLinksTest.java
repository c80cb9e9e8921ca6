package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.Renderer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormerLinksTest {
    private final Renderer renderer = new Renderer();
    private final SampleTargets targets = new SampleTargets(List.of("guides/start", "team/people"), List.of())
            .moved("guides/on-call", "team/duty", "guides/on-call.md", "On call")
            .moved("guides/größe", "team/größe", "guides/größe.md", "Größe");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[a](on-call.md);[a](../team/duty.md)",
                "[a](on-call);[a](../team/duty)",
                "[a](on-call/);[a](../team/duty/)",
                "[a](./on-call.md#part \"Title\");[a](../team/duty.md#part \"Title\")",
                "[a](<On Call.md>);[a](<../team/duty.md>)",
                "[a](/guides/on-call.html?x=1);[a](/team/duty.html?x=1)",
                "[a](/s/x/guides/on-call#p);[a](/s/x/team/duty#p)",
                "[a](gr%C3%B6%C3%9Fe.md);[a](../team/größe.md)",
                "![p](on-call.md);![p](../team/duty.md)",
                "<a href='on-call.md'>a</a>;<a href='../team/duty.md'>a</a>",
                "[[guides/on-call]];[[team/duty]]",
                "[[/guides/on-call#Part|words]];[[/team/duty#Part|words]]",
            })
    void aLinkThroughAFormerAddressKeepsItsForm(String before, String after) {
        assertThat(rewritten(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[a](../team/duty.md)",
                "[a](start.md) [b](missing.md) [c](#here) [d](https://example.com/guides/on-call)",
                "[[On call]] [[Duty]]",
                "`[a](on-call.md)` and \\[a](on-call.md)",
            })
    void allOtherLinksStayToTheLastByte(String text) {
        assertThat(rewritten(text)).isEqualTo(text);
    }

    @Test
    void allLinksOfATextAreRewrittenAndNothingElse() {
        String before = "---\ntitle: T\n---\n\r\n# T\n\n[a](on-call.md), [b][r] and [[guides/on-call|b]]\n"
                + "\n| x |\n|---|\n| [c](on-call.md) |\n\n```\n[d](on-call.md)\n```\n\n[r]: on-call.md 'T'\n";

        assertThat(rewritten(before))
                .isEqualTo(before.replace("(on-call.md),", "(../team/duty.md),")
                        .replace("[[guides/on-call|", "[[team/duty|")
                        .replace("[c](on-call.md)", "[c](../team/duty.md)")
                        .replace("[r]: on-call.md", "[r]: ../team/duty.md"));
    }

    @Test
    void anotherFormerAddressStays() {
        String text = "[a](on-call.md)";

        assertThat(links("guides/größe", "team/größe").rewrite(text, renderer.destinations(text), List.of()))
                .isEqualTo(text);
    }

    @Test
    void aLinkThatWouldLeadElsewhereStays() {
        // A page whose address is not that of its file: a link to "duty.md" means the other one.
        targets.page("team/duty", "team/other.md", "Other");
        String text = "[a](on-call.md)";

        assertThat(rewritten(text)).isEqualTo(text);
    }

    @Test
    void aNameThatThePageHadInItsAddressIsRewrittenThoughItLeadsNowhere() {
        targets.moved("guides/rota", "team/plan", "guides/rota.md", "The plan");

        assertThat(links("guides/rota", "team/plan").rewrite("[[Rota]]", List.of(), renderer.wikiTargets("[[Rota]]")))
                .isEqualTo("[[plan]]");
    }

    @Test
    void aLinkByTheFormerTitleGetsTheNewOne() {
        targets.page("team/x", "team/x.md", "New title");
        FormerLinks links = new FormerLinks(
                "guides/start.md",
                new SiteTargets(),
                List.of(MovedPage.retitled("Old title", targets.id("team/x"), "x", "team/x", "New title")));
        String text = "[[Old title]] [[old Title#Part|words]] [[Other]] [[x]]";

        assertThat(links.rewrite(text, List.of(), renderer.wikiTargets(text)))
                .isEqualTo("[[New title]] [[New title#Part|words]] [[Other]] [[x]]");
    }

    @Test
    void aTitleThatNoWikiLinkCanHaveIsReplacedByTheNameInTheAddress() {
        targets.page("team/x", "team/x.md", "C# | F#");
        FormerLinks links = new FormerLinks(
                "guides/start.md",
                new SiteTargets(),
                List.of(MovedPage.retitled("Old title", targets.id("team/x"), "x", "team/x", "C# | F#")));

        assertThat(links.rewrite("[[Old title]]", List.of(), renderer.wikiTargets("[[Old title]]")))
                .isEqualTo("[[x]]");
    }

    private FormerLinks links(String former, String path) {
        return new FormerLinks(
                "guides/start.md", new SiteTargets(), List.of(MovedPage.moved(former, targets.id(former), "x", path)));
    }

    private String rewritten(String text) {
        FormerLinks links = new FormerLinks(
                "guides/start.md",
                new SiteTargets(),
                List.of(
                        MovedPage.moved("guides/on-call", targets.id("guides/on-call"), "x", "team/duty"),
                        MovedPage.moved("guides/größe", targets.id("guides/größe"), "x", "team/größe")));
        return links.rewrite(text, renderer.destinations(text), renderer.wikiTargets(text));
    }

    /** The same targets, also by their addresses on the site. */
    private final class SiteTargets implements LinkTargets {
        @Override
        public Map<String, LinkTarget> pages(Collection<String> paths) {
            return targets.pages(paths);
        }

        @Override
        public Map<String, LinkTarget> files(Collection<String> paths) {
            return targets.files(paths);
        }

        @Override
        public Map<String, List<LinkTarget>> pagesNamed(Collection<String> names) {
            return targets.pagesNamed(names);
        }

        @Override
        public Map<String, List<LinkTarget>> filesNamed(Collection<String> names) {
            return targets.filesNamed(names);
        }

        @Override
        public Map<String, LinkTarget> addresses(Collection<String> addresses) {
            return addresses.stream()
                    .filter(address -> !pages(List.of(address.substring(5))).isEmpty())
                    .collect(Collectors.toMap(
                            address -> address,
                            address -> pages(List.of(address.substring(5)))
                                    .values()
                                    .iterator()
                                    .next()));
        }
    }
}
