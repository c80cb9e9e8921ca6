package io.commonplace.pages;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.ParsedPage;
import io.commonplace.rendering.Renderer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceLinksTest {
    private static final List<String> PAGES =
            List.of("", "guides", "guides/on-call", "guides/on-call/pager", "guides/größe", "team/people", "v1.2");
    private static final List<String> FILES = List.of("guides/img/a.png", "Logo.SVG", "guides/on-call/deep.png");

    @ParameterizedTest
    @CsvSource({
        "on-call.md, guides/on-call",
        "./on-call.md, guides/on-call",
        "on-call/pager.md, guides/on-call/pager",
        "../team/people.md, team/people",
        "../v1.2.md, v1.2",
        "../v1.2, v1.2",
        "On Call.md, guides/on-call",
        "On%20Call.md, guides/on-call",
        "gr%C3%B6%C3%9Fe.md, guides/gr%C3%B6%C3%9Fe",
        "on-call, guides/on-call",
        "on-call/, guides/on-call",
        "on-call.html, guides/on-call",
        "on-call/index.md, guides/on-call",
        "on-call/README.md, guides/on-call",
        "/team/people.md, team/people",
        "/team/people/, team/people",
    })
    void aLinkToAFileLeadsToItsPage(String written, String path) {
        assertThat(page("guides/start.md", written)).contains("/s/x/" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../", "/", "../index.md", "/README.md"})
    void theRootCanBeLinkedTo(String written) {
        assertThat(page("guides/start.md", written)).contains("/s/x");
    }

    @ParameterizedTest
    @CsvSource({
        "on-call.md#part-2, /s/x/guides/on-call#part-2",
        "on-call?a=1&b=%20#p, /s/x/guides/on-call?a=1&b=%20#p",
        "on-call/#p, /s/x/guides/on-call#p",
        "img/a.png?raw=1, /files/guides/img/a.png?raw=1"
    })
    void queryAndFragmentStayAsWritten(String written, String href) {
        assertThat(page("guides/start.md", written)).contains(href);
    }

    @Test
    void anAddressFromTheRootMayLeaveOutTheTopFolder() {
        assertThat(page("guides/start.md", "/on-call/pager/")).contains("/s/x/guides/on-call/pager");
        assertThat(page("guides/on-call/pager.md", "/img/a.png")).contains("/files/guides/img/a.png");
    }

    @Test
    void theRootTakesPrecedenceOverTheTopFolder() {
        List<String> pages = List.of("guides/team", "team");
        assertThat(links("guides/start.md", "[a](/team)", new Targets(pages, FILES))
                        .page("/team"))
                .contains("/s/x/team");
    }

    @ParameterizedTest
    @CsvSource({
        "guides/on-call.md, pager, /s/x/guides/on-call/pager",
        "guides/on-call.md, ../on-call/deep.png, /files/guides/on-call/deep.png",
        "guides/on-call.md, deep.png, /files/guides/on-call/deep.png",
        "v1.2.md, ../guides/, /s/x/guides"
    })
    void aLinkMayStartBelowItsPageAsOnAWebSite(String source, String written, String href) {
        assertThat(page(source, written)).contains(href);
    }

    @Test
    void aSiblingTakesPrecedenceOverAChild() {
        List<String> pages = List.of("guides/pager", "guides/on-call/pager");
        assertThat(links("guides/on-call.md", "[a](pager)", new Targets(pages, FILES))
                        .page("pager"))
                .contains("/s/x/guides/pager");
    }

    @Test
    void aFileIsFoundIgnoringCase() {
        assertThat(page("guides/start.md", "../logo.svg")).contains("/files/Logo.SVG");
        assertThat(page("guides/start.md", "IMG/A.PNG")).contains("/files/guides/img/a.png");
    }

    @ParameterizedTest
    @CsvSource({
        "guides/on-call, /s/x/guides/on-call",
        "Guides/On Call, /s/x/guides/on-call",
        "v1.2#part, /s/x/v1.2#part",
        "team/people.md, /s/x/team/people"
    })
    void aWikiLinkNamesAPathFromTheRoot(String target, String href) {
        assertThat(links("guides/deep/start.md", "[[" + target + "]]", everything())
                        .wiki(target))
                .contains(href);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/x/guides/on-call#p", "/s/other/never-looked-up", "/files/7/a.png"})
    void anAddressCopiedFromTheBrowserStaysAsItIs(String written) {
        assertThat(page("guides/start.md", written)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.md", "../gone/", "/gone", "../../../team/people.md", "img/gone.png"})
    void aLinkThatLeadsNowhereOrOutOfTheSpaceIsBroken(String written) {
        assertThat(page("guides/start.md", written)).isEmpty();
    }

    @Test
    void aMissingMarkdownFileIsNotResolvedAsAWebSiteLink() {
        Targets targets = new Targets(List.of("content"), List.of());
        String missing = "../../README.md";
        assertThat(links("content/handbook/checks.md", "[a](" + missing + ")", targets)
                        .page(missing))
                .isEmpty();
        assertThat(links("content/handbook/checks.md", "[a](../../)", targets).page("../../"))
                .contains("/s/x/content");
    }

    @Test
    void aWikiLinkThatLeadsNowhereIsBroken() {
        assertThat(links("guides/start.md", "[[on-call]]", everything()).wiki("on-call"))
                .isEmpty();
    }

    @Test
    void allTargetsAreLookedUpInOneQuery() {
        Targets targets = everything();
        SpaceLinks links = links("guides/start.md", "[a](on-call.md) [b](gone.md) ![c](img/a.png) [[v1.2]]", targets);
        links.page("on-call.md");
        links.page("gone.md");
        links.image("img/a.png");
        links.wiki("v1.2");
        assertThat(targets.queries).hasSize(2);
    }

    private static Optional<String> page(String source, String written) {
        return links(source, "[a](<" + written + ">)", everything()).page(written);
    }

    private static SpaceLinks links(String source, String markdown, Targets targets) {
        ParsedPage parsed = new Renderer().parse(markdown);
        return new SpaceLinks(source, parsed, targets);
    }

    private static Targets everything() {
        return new Targets(PAGES, FILES);
    }

    /** A space with these pages and files, which counts the queries. */
    private static final class Targets implements LinkTargets {
        private final SpaceHead space = new SpaceHead(1, "x", "X", "", 1);
        private final List<String> pages;
        private final List<String> files;
        private final List<Collection<String>> queries = new ArrayList<>();

        Targets(List<String> pages, List<String> files) {
            this.pages = pages;
            this.files = files;
        }

        @Override
        public Map<String, String> pages(Collection<String> paths) {
            queries.add(paths);
            return paths.stream().filter(pages::contains).collect(toMap(Function.identity(), space::href));
        }

        @Override
        public Map<String, String> files(Collection<String> paths) {
            queries.add(paths);
            return paths.stream()
                    .filter(path -> files.stream().anyMatch(path::equalsIgnoreCase))
                    .collect(toMap(Function.identity(), path -> "/files/" + file(path)));
        }

        private String file(String path) {
            return files.stream().filter(path::equalsIgnoreCase).findFirst().orElseThrow();
        }
    }
}
