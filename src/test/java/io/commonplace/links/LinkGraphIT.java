package io.commonplace.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.Deletion;
import io.commonplace.pages.Moves;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Place;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Trash;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
class LinkGraphIT {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private Trash trash;

    @Inject
    private PageReader reader;

    @Inject
    private Backlinks backlinks;

    @Inject
    private LinkReports reports;

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
    void aLinkHealsWhenItsPageIsCreatedWithoutANewRevision() {
        create("from", "[a](later.md) [[Later]] [c](/later)");
        assertThat(html("from")).contains("Broken link: later.md");

        create("later", "Text");

        awaitHtml("from", "href=\"" + space.href("later") + "\"", "broken");
        assertThat(page("from").revisionNumber()).isEqualTo(1);
        assertThat(linking("later")).containsExactly("from");
    }

    @Test
    void aLinkIsMarkedWhenItsPageIsDeletedAndHealsWhenItIsRestored() {
        create("to", "Text");
        create("from", "[a](to.md)");
        Deletion deletion = trash.delete(viewer, space, "to", 1);
        awaitHtml("from", "Broken link: to.md", space.href("to") + "\"");

        trash.restore(viewer, space, deletion.id(), "to");

        awaitHtml("from", "href=\"" + space.href("to") + "\"", "broken");
        assertThat(linking("to")).containsExactly("from");
    }

    @Test
    void aLinkHealsWhenAPageMovesToItsAddressOrGetsItsTitle() {
        create("to", "Text");
        create("from", "[a](moved.md) [[Another title]]");

        moves.move(viewer, space, "to", new Place("", "moved"));
        awaitHtml("from", "href=\"" + space.href("moved") + "\"", "Broken link: moved.md");
        pages.save(viewer, space, "moved", 1, new PageText("Another title", "Text", ""));

        awaitHtml("from", "href=\"" + space.href("moved") + "\"", "broken");
    }

    @Test
    void aPageMovesWithItsLinks() {
        create("to", "Text");
        create("from", "[a](to.md)");
        moves.move(viewer, space, "to", new Place("page", "elsewhere"));
        assertThat(linking("page/elsewhere")).containsExactly("from");
        moves.move(viewer, space, "from", new Place("page", "source"));
        assertThat(linking("page/elsewhere")).containsExactly("page/source");
    }

    @Test
    void aDeletedPageLinksToNothing() {
        create("to", "Text");
        create("from", "[a](to.md)");
        assertThat(linking("to")).containsExactly("from");
        trash.delete(viewer, space, "from", 1);
        assertThat(linking("to")).isEmpty();
    }

    @Test
    void aLinkByAddressCountsWhereverThePageIsAndWhenItComesLater() {
        SpaceHead other = visitor.spaceWithAPage();
        create("from", "[a](" + other.href("page") + "#x) [b](" + space.href("later") + ")");
        long target = reader.page(other.id(), "page").orElseThrow().id();
        assertThat(backlinks.first(viewer, target).pages())
                .extracting(Backlink::path)
                .containsExactly("from");
        assertThat(backlinks.first(stranger(other), target).pages()).isEmpty();

        create("later", "Text");
        await().atMost(SOON).untilAsserted(() -> assertThat(linking("later")).containsExactly("from"));
    }

    @Test
    void anotherTextHasOtherLinks() {
        create("to", "Text");
        create("from", "[a](to.md)");
        pages.save(viewer, space, "from", 1, new PageText("from", "No link", ""));
        assertThat(linking("to")).isEmpty();
    }

    @Test
    void theReportsNameBrokenLinksMissingHeadingsAndOrphans() {
        create("to", "## There");
        create("from", "[a](gone.md) [b](to.md#there) [c](to.md#not-there) [d](#nowhere)");

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(report(LinkReports.Kind.BROKEN)).containsExactly("gone.md");
            assertThat(report(LinkReports.Kind.SECTIONS)).containsExactly("to.md#not-there", "#nowhere");
        });
        assertThat(reports.part(viewer, space, LinkReports.Kind.ORPHANS, "", 50).lines())
                .extracting(LinkReports.Line::title)
                .containsExactly("from", "Page");

        pages.save(viewer, space, "to", 1, new PageText("to", "## Not there", ""));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(report(LinkReports.Kind.SECTIONS)).containsExactly("to.md#there", "#nowhere"));
    }

    @Test
    void aReportIsReadInParts() {
        create("from", "[a](1.md) [b](2.md) [c](3.md)");
        LinkReports.Part first = reports.part(viewer, space, LinkReports.Kind.BROKEN, "", 2);
        LinkReports.Part second = reports.part(viewer, space, LinkReports.Kind.BROKEN, first.next(), 2);
        assertThat(first.lines()).extracting(LinkReports.Line::link).containsExactly("1.md", "2.md");
        assertThat(second.lines()).extracting(LinkReports.Line::link).containsExactly("3.md");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void whoMayNotEditGetsNoReport() {
        assertThatThrownBy(() -> reports.part(stranger(space), space, LinkReports.Kind.BROKEN, "", 2))
                .isInstanceOf(Forbidden.class);
    }

    @Tag("thorough")
    @Test
    void manyPagesThatLinkToOneAreRightWithinSeconds() {
        int count = 200;
        IntStream.range(0, count).forEach(i -> create("from-" + i, "[a](one.md)"));

        create("one", "Text");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(IntStream.range(0, count)
                                .mapToObj(i -> html("from-" + i))
                                .filter(html -> html.contains("broken")))
                        .isEmpty());
    }

    /** Somebody who may view only this space. */
    private static Viewer stranger(SpaceHead visible) {
        return new Viewer(-1, "nobody", "Nobody", false, Map.of(visible.id(), SpaceLevel.VIEW));
    }

    private void create(String title, String markdown) {
        pages.create(viewer, space, "", new PageText(title, markdown, ""));
    }

    private PageHead page(String path) {
        return reader.page(space.id(), path).orElseThrow();
    }

    private String html(String path) {
        return reader.document(page(path).documentId()).html();
    }

    private void awaitHtml(String path, String present, String absent) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(html(path)).contains(present).doesNotContain(absent));
    }

    private List<String> linking(String path) {
        return backlinks.first(viewer, page(path).id()).pages().stream()
                .map(Backlink::path)
                .toList();
    }

    private List<String> report(LinkReports.Kind kind) {
        return reports.part(viewer, space, kind, "", 50).lines().stream()
                .map(LinkReports.Line::link)
                .toList();
    }
}
