package io.commonplace.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.jobs.JobHead;
import io.commonplace.jobs.JobQueries;
import io.commonplace.pages.Moves;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Place;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.SpaceEnds;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.platform.ListWindow;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has its own space with the page {@code page}. */
@ExtendWith(ArquillianExtension.class)
class RewriteLinksIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private SpaceEnds ends;

    @Inject
    private PageReader reader;

    @Inject
    private RevisionQueries history;

    @Inject
    private JobQueries jobs;

    @Inject
    private SessionPosition position;

    private Viewer viewer;
    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSpace() {
        position.bind(null, written -> {}, seen -> {});
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
    }

    @AfterEach
    void endRequest() {
        position.unbind();
    }

    @Test
    void aMoveRewritesTheLinksThatWouldGoThroughTheOldAddress() {
        create(space, "to", "Text");
        create(space, "from", "[a](to.md#x) [[to|b]] [c](" + space.href("to") + ") `[d](to.md)` [e](page.md)");

        moves.move(viewer, space, "to", new Place("page", "there"));

        awaitText(
                "from",
                "[a](page/there.md#x) [[to|b]] [c](" + space.href("page/there") + ") `[d](to.md)` [e](page.md)");
        assertThat(html("from")).doesNotContain(space.href("to") + "\"").contains(space.href("page/there") + "#x");
    }

    @Test
    void aWikiLinkByTheNameInTheAddressFollowsItsPage() {
        create(space, "rota", "Text");
        pages.save(viewer, space, "rota", 1, new PageText("The plan", "Text", ""));
        create(space, "from", "[[rota]] and [[rota|words]]");
        assertThat(html("from")).doesNotContain("broken");

        moves.move(viewer, space, "rota", new Place("page", "plan"));

        awaitText("from", "[[plan]] and [[plan|words]]");
        await().atMost(SOON).untilAsserted(() -> assertThat(html("from")).doesNotContain("broken"));
    }

    @Test
    void aNewTitleIsFollowedByWikiLinks() {
        create(space, "rota", "Text");
        pages.save(viewer, space, "rota", 1, new PageText("On call", "Text", ""));
        create(space, "from", "[[On call]] and [[rota]]");

        pages.save(viewer, space, "rota", 2, new PageText("Pager duty", "Text", ""));

        awaitText("from", "[[Pager duty]] and [[rota]]");
        assertThat(revision("from").isMinor()).isTrue();
        await().atMost(SOON).untilAsserted(() -> assertThat(html("from")).doesNotContain("broken"));
    }

    @Test
    void theRevisionIsMinorAndSaysWhy() {
        create(space, "to", "Text");
        create(space, "from", "[a](to.md)");

        moves.move(viewer, space, "to", new Place("", "there"));

        awaitText("from", "[a](there.md)");
        Revision made = revision("from");
        assertThat(made.getNumber()).isEqualTo(2);
        assertThat(made.isMinor()).isTrue();
        assertThat(made.getComment()).contains("new address of “to”");
        assertThat(made.getAuthorName()).isEqualTo(viewer.displayName());
        assertThat(jobs.latest(viewer.name(), ListWindow.newest(), 20).rows())
                .extracting(JobHead::title)
                .contains("Update the links to “to”");
    }

    @Test
    void pagesBelowAMovedPageAndAmongThemselvesAreFollowedToo() {
        create(space, "top", "Text");
        pages.create(viewer, space, "top", new PageText("one", "[up](../top.md) [two](two.md)", ""));
        pages.create(viewer, space, "top", new PageText("two", "Text", ""));
        create(space, "from", "[one](top/one.md)");

        moves.move(viewer, space, "top", new Place("page", "new"));

        awaitText("from", "[one](page/new/one.md)");
        awaitText("page/new/one", "[up](../page/new.md) [two](../page/new/two.md)");
    }

    @Tag("thorough")
    @Test
    void whatSomebodySavesMeanwhileIsKept() {
        create(space, "to", "Text");
        IntStream.range(0, 30).forEach(i -> create(space, "from-" + i, "[a](to.md)"));

        moves.move(viewer, space, "to", new Place("", "there"));
        IntStream.range(0, 30).forEach(i -> addWords("from-" + i));

        IntStream.range(0, 30).forEach(i -> awaitText("from-" + i, "[a](there.md) and more"));
    }

    /** As the editor does, with the text that it finds. */
    private void addWords(String path) {
        await().atMost(SOON).ignoreExceptions().until(() -> {
            Revision now = revision(path);
            return pages.save(
                    viewer, space, path, now.getNumber(), new PageText(path, now.getMarkdown() + " and more", ""));
        });
    }

    @Test
    void pagesOfAnArchivedSpaceStayAsTheyAre() {
        SpaceHead other = visitor.spaceWithAPage();
        create(space, "to", "Text");
        create(other, "from", "[a](" + space.href("to") + ")");
        create(space, "from", "[a](to.md)");
        ends.archive(viewer, other);

        moves.move(viewer, space, "to", new Place("", "there"));

        awaitText("from", "[a](there.md)");
        assertThat(reader.page(other.id(), "from").orElseThrow().revisionNumber())
                .isEqualTo(1);
    }

    @Test
    void aMoveOfAPageThatNobodyLinksToMakesNoJob() {
        create(space, "lonely-" + space.id(), "Text");

        moves.move(viewer, space, "lonely-" + space.id(), new Place("", "there"));

        assertThat(jobs.latest(viewer.name(), ListWindow.newest(), 20).rows())
                .extracting(JobHead::title)
                .noneMatch(title -> title.contains("lonely-" + space.id()));
    }

    private void create(SpaceHead in, String title, String markdown) {
        pages.create(viewer, in, "", new PageText(title, markdown, ""));
    }

    private PageHead page(String path) {
        return reader.page(space.id(), path).orElseThrow();
    }

    private String html(String path) {
        return reader.document(page(path).documentId()).html();
    }

    private Revision revision(String path) {
        PageHead page = page(path);
        return history.revision(page.id(), page.revisionNumber());
    }

    private void awaitText(String path, String text) {
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(revision(path).getMarkdown()).isEqualTo(text));
    }
}
