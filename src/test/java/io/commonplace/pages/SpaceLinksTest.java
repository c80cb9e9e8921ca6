package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.ParsedPage;
import io.commonplace.rendering.Renderer;
import java.util.List;
import java.util.Optional;
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
        assertThat(links("guides/start.md", "[a](/team)", new SampleTargets(pages, FILES))
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
        assertThat(links("guides/on-call.md", "[a](pager)", new SampleTargets(pages, FILES))
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
    void aWikiLinkNamesAPath(String target, String href) {
        assertThat(links("guides/deep/start.md", "[[" + target + "]]", everything())
                        .wiki(target))
                .contains(href);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/s/x/guides/on-call#p", "/s/other/never-looked-up", "/files/7/a.png", "/search?q=&by=Ann+Lee"})
    void anAddressCopiedFromTheBrowserStaysAsItIs(String written) {
        assertThat(page("guides/start.md", written)).contains(written);
    }

    @Test
    void aPageNamedSearchIsLinkedLikeAnyOther() {
        SpaceLinks links = links("start.md", "[a](/search)", new SampleTargets(List.of("search"), FILES));
        assertThat(links.page("/search")).contains("/s/x/search");
    }

    @Test
    void aSearchIsNoPicture() {
        String search = "/search?q=&by=Ann+Lee";
        assertThat(links("start.md", "![a](" + search + ")", everything()).image(search))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.md", "../gone/", "/gone", "../../../team/people.md", "img/gone.png"})
    void aLinkThatLeadsNowhereOrOutOfTheSpaceIsBroken(String written) {
        assertThat(page("guides/start.md", written)).isEmpty();
    }

    @Test
    void aMissingMarkdownFileIsNotResolvedAsAWebSiteLink() {
        SampleTargets targets = new SampleTargets(List.of("content"), List.of());
        String missing = "../../README.md";
        assertThat(links("content/handbook/checks.md", "[a](" + missing + ")", targets)
                        .page(missing))
                .isEmpty();
        assertThat(links("content/handbook/checks.md", "[a](../../)", targets).page("../../"))
                .contains("/s/x/content");
    }

    @Test
    void aWikiLinkThatLeadsNowhereIsBroken() {
        assertThat(links("guides/start.md", "[[gone]]", everything()).wiki("gone"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C.md, lang/c",
        "C++.md, lang/c-plus-plus",
        "C++, lang/c-plus-plus",
        "C%23.md, lang/c-sharp",
        "c.md, lang/c",
        "guide/, lang/guide",
        "guide, lang/guide",
        "guide/index.md, lang/guide",
        "guide.md, lang/guide-md",
        "go.html, lang/go"
    })
    void eachOfSeveralFilesWithOneUsualAddressIsFound(String written, String path) {
        SampleTargets targets = new SampleTargets(List.of(), List.of())
                .page("lang/c", "lang/C.md", "C")
                .page("lang/c-plus-plus", "lang/C++.md", "C++")
                .page("lang/c-sharp", "lang/C#.md", "C#")
                .page("lang/guide", "lang/guide/index.md", "Guide")
                .page(PathCandidates.of("lang/guide.md").get(1), "lang/guide.md", "Overview")
                .page("lang/go", "lang/go.html.md", "Go");
        String href = path.equals("lang/guide-md")
                ? "/s/x/" + PathCandidates.of("lang/guide.md").get(1)
                : "/s/x/" + path;
        assertThat(links("lang/start.md", "[a](<" + written + ">)", targets).page(written))
                .contains(href);
    }

    @Test
    void aLinkDoesNotLeadToAnotherPageThatOnlyHasTheSameAddress() {
        SampleTargets targets = new SampleTargets(List.of(), List.of()).page("c", "C.md", "C");
        assertThat(links("start.md", "[a](C++.md)", targets).page("C++.md")).isEmpty();
        SampleTargets written = new SampleTargets(List.of(), List.of()).page("c", "c.md", "C++");
        assertThat(links("start.md", "[a](C++.md)", written).page("C++.md")).contains("/s/x/c");
    }

    @ParameterizedTest
    @CsvSource({
        "Backup Plan, /s/x/ops/backup-plan",
        "backup plan, /s/x/ops/backup-plan",
        "Ops/Backup Plan, /s/x/ops/backup-plan",
        "How we restore, /s/x/ops/restore",
        "restore#Step one, /s/x/ops/restore#Step one",
        "logo.png, /files/assets/logo.png",
        "Rota, /s/x/ops/night/rota",
        "C++, /s/x/lang/c-plus-plus",
        "C, /s/x/lang/c"
    })
    void aWikiLinkFindsItsTargetByNameOrTitle(String target, String href) {
        SampleTargets targets = new SampleTargets(List.of(), List.of("assets/logo.png"))
                .page("ops/backup-plan", "Ops/Backup Plan.md", "Backups")
                .page("ops/restore", "Ops/Restore.md", "How we restore")
                .page("rota", "Rota.md", "Rota")
                .page("lang/c", "lang/C.md", "The C language")
                .page("lang/c-plus-plus", "lang/C++.md", "The other language")
                .page("ops/night/rota", "Ops/Night/Rota.md", "Rota");
        assertThat(links("Ops/Night/Start.md", "[[" + target + "]]", targets).wiki(target))
                .contains(href);
    }

    @Test
    void accentsAreFoundHoweverTheyAreWritten() {
        SampleTargets targets = new SampleTargets(List.of(), List.of("K\u00fcche.png"));
        for (String written : List.of("Ku\u0308che.png", "K\u00fcche.png", "Ku%CC%88che.png")) {
            assertThat(links("a.md", "[a](" + written + ")", targets).page(written))
                    .contains("/files/K\u00fcche.png");
        }
    }

    @Test
    void quotationMarksMayBeWrittenOneWayOrAnother() {
        SampleTargets targets = new SampleTargets(List.of(), List.of()).page("what-s-new", "What's new.md", "News");
        assertThat(links("a.md", "[a](<What\u2019s new.md>)", targets).page("What\u2019s new.md"))
                .contains("/s/x/what-s-new");
    }

    @Test
    void aBackslashSeparatesFoldersInALink() {
        assertThat(page("guides/start.md", "img\\a.png")).contains("/files/guides/img/a.png");
    }

    @Test
    void allTargetsOfOneKindAreLookedUpInOneQuery() {
        SampleTargets targets = everything();
        SpaceLinks links = links("guides/start.md", "[a](on-call.md) [b](gone.md) ![c](img/a.png) [[v1.2]]", targets);
        links.page("on-call.md");
        links.page("gone.md");
        links.image("img/a.png");
        links.wiki("v1.2");
        assertThat(targets.queries).hasSize(4);
    }

    private static Optional<String> page(String source, String written) {
        return links(source, "[a](<" + written + ">)", everything()).page(written);
    }

    private static SpaceLinks links(String source, String markdown, SampleTargets targets) {
        ParsedPage parsed = new Renderer().parse(markdown);
        return new SpaceLinks(source, parsed, targets);
    }

    private static SampleTargets everything() {
        return new SampleTargets(PAGES, FILES);
    }
}
