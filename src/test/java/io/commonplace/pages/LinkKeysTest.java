package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.RenderedLink;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkKeysTest {
    /** Whenever a link leads to a page, it has to be found by the page's names, or it would not heal. */
    @ParameterizedTest
    @CsvSource({
        "a/from.md, ../b/To.md, b/to, b/To.md, A title",
        "a/from.md, ../b/to, b/to, b/to.md, A title",
        "a/from.md, /b/to/, b/to, b/to.md, A title",
        "a/from.md, to, a/from/to, a/from/to.md, A title",
        "from.md, C++.md, c-plus-plus, C++.md, C++",
        "from.md, F&A.md, f-and-a, f-and-a.md, F and A",
        "from.md, guide/index.md, guide, guide/README.md, Guide",
        "from.md, guide/index.md, guide/index, guide/index.md, Guide",
        "from.md, robots.html, robots.html, robots.html.md, robots.html",
        "top/a/from.md, /b.md, top/b, top/b.md, B",
        "from.md, gr%C3%B6%C3%9Fe.md, größe, größe.md, Size",
    })
    void aLinkIsFoundByTheNamesOfTheTargetThatItLeadsTo(
            String from, String written, String path, String sourcePath, String title) {
        RenderedLink link = new RenderedLink(RenderedLink.Kind.INSIDE, written, "");
        assertFound(from, link, path, sourcePath, title);
    }

    @ParameterizedTest
    @CsvSource({
        "Later, notes/later, notes/Later.md, Later",
        "a title, x/y, x/y.md, A Title",
        "notes/later, notes/later, notes/later.md, Other",
        "Later#Part, later, later.md, Later",
        "C++, c-plus-plus, C++.md, About C++",
        "'Plans/Tasks', plans-tasks, plans-tasks.md, Plans/Tasks",
    })
    void aWikiLinkIsFoundByTheNamesOfTheTargetThatItLeadsTo(
            String written, String path, String sourcePath, String title) {
        assertFound("a/from.md", new RenderedLink(RenderedLink.Kind.WIKI, written, ""), path, sourcePath, title);
    }

    private static void assertFound(String from, RenderedLink link, String path, String sourcePath, String title) {
        SampleTargets targets = new SampleTargets(List.of(), List.of()).page(path, sourcePath, title);
        assertThat(new SpaceLinks(from, List.of(link), targets).target(link)).isPresent();
        assertThat(LinkKeys.ofLink(from, link)).containsAnyElementsOf(LinkKeys.ofPage(Set.of(path), sourcePath, title));
    }

    @Test
    void aFileIsFoundByItsPathAndByItsName() {
        Set<Long> file = LinkKeys.ofFile("Files/My Logo.PNG");
        assertThat(LinkKeys.ofLink("a.md", new RenderedLink(RenderedLink.Kind.INSIDE, "files/my logo.png", "")))
                .containsAnyElementsOf(file);
        assertThat(LinkKeys.ofLink("a.md", new RenderedLink(RenderedLink.Kind.WIKI, "my logo.png", "")))
                .containsAnyElementsOf(file);
    }

    @ParameterizedTest
    @CsvSource({
        "/s/x/a/page, a/page",
        "/s/x/A/Page.md?q=1#part, a/page",
        "/s/x, ''",
        "/s/x/, ''",
        "/s/x/gr%C3%B6%C3%9Fe, größe"
    })
    void anAddressIsFoundInAnySpace(String written, String path) {
        RenderedLink link = new RenderedLink(RenderedLink.Kind.INSIDE, written, "");
        assertThat(LinkKeys.ofAddress(link)).containsExactly(LinkKeys.address("x", path));
        assertThat(LinkKeys.ofLink("a.md", link)).isEmpty();
    }

    @Test
    void aFormerPathIsAName() {
        assertThat(LinkKeys.ofPage(Set.of("new", "old"), "new.md", "New"))
                .containsAll(LinkKeys.ofLink("a.md", new RenderedLink(RenderedLink.Kind.INSIDE, "old.md", "")));
    }

    @Test
    void otherNamesHaveOtherKeys() {
        assertThat(LinkKeys.ofLink("a/b.md", new RenderedLink(RenderedLink.Kind.INSIDE, "c.md", "")))
                .doesNotContainAnyElementsOf(LinkKeys.ofPage(Set.of("c"), "c.md", "C"));
    }
}
