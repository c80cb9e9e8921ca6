package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.TimeKey;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has its own space with the pages {@code page}, {@code a}, {@code a/b} and {@code a/b/c}. */
@ExtendWith(ArquillianExtension.class)
class TrashIT {
    private static final ListWindow<TimeKey> NEWEST = ListWindow.newest();

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private Trash trash;

    @Inject
    private TrashQueries list;

    @Inject
    private PageReader pageReader;

    @Inject
    private TreeReader treeReader;

    @Inject
    private RevisionQueries history;

    @Inject
    private ReadRouter router;

    @Inject
    private PagesByHand byHand;

    private Viewer viewer;
    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Inject
    private SessionPosition position;

    @AfterEach
    void endRequest() {
        position.unbind();
    }

    @BeforeEach
    void makePages() {
        position.bind(null, written -> {}, seen -> {});
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
        create("", "a");
        create("a", "b");
        create("a/b", "c");
    }

    @Test
    void aDeletedPageIsNotFoundAndKeepsItsRevisions() {
        long b = page("a/b").id();
        moves.move(viewer, space, "a/b", new Place("a", "b2"));

        Deletion deletion = trash.delete(viewer, space, "a/b2", 2);

        assertThat(pageReader.page(space.id(), "a/b2")).isEmpty();
        assertThat(pageReader.page(space.id(), "a/b2/c")).isEmpty();
        assertThat(pageReader.movedTo(space.id(), "a/b")).isEmpty();
        assertThat(tree("a").below().children()).isEmpty();
        assertThat(pageReader.recentChanges(false))
                .noneMatch(change ->
                        change.spaceId() == space.id() && change.path().startsWith("a/"));
        List<LinkTarget> targets =
                router.read(em -> PageQueries.targets(em, space, List.of("a", "a/b", "a/b2", "a/b2/c")));
        assertThat(targets).extracting(LinkTarget::path).containsExactly("a");
        assertThat(history.revision(b, 1).getMarkdown()).isEqualTo("Text of b");
        assertThat(deletion.pages()).isEqualTo(2);
        assertThat(list.in(viewer, space, NEWEST, 10).rows())
                .extracting(Deletion::title)
                .containsExactly("b");
        assertThat(list.at(viewer, space, "a/b2/c")).map(Deletion::id).contains(deletion.id());
        assertThat(list.at(viewer, space, "a/b/c"))
                .as("by a former address")
                .map(Deletion::id)
                .contains(deletion.id());
    }

    @Test
    void aRestoredPageIsUnchanged() {
        PageHead before = page("a/b");
        Deletion deletion = trash.delete(viewer, space, "a/b", 2);

        assertThat(trash.restore(viewer, space, deletion.id(), "b")).isEqualTo("a/b");

        assertThat(page("a/b")).isEqualTo(before);
        assertThat(tree("a/b/c").trail()).extracting(TreeNode::path).containsExactly("a", "a/b", "a/b/c");
        assertThat(list.in(viewer, space, NEWEST, 10).rows()).isEmpty();
        refused("trash.notFound", () -> trash.restore(viewer, space, deletion.id(), "b"));
        pages.save(viewer, space, "a/b", 1, new PageText("b", "The second", ""));
        assertThat(page("a/b").revisionNumber()).isEqualTo(2);
    }

    @Test
    void aPageIsRestoredBelowItsMovedParent() {
        Deletion deletion = trash.delete(viewer, space, "a/b", 2);
        moves.move(viewer, space, "a", new Place("page", "a"));

        assertThat(trash.restore(viewer, space, deletion.id(), "b")).isEqualTo("page/a/b");
        assertThat(pageReader.movedTo(space.id(), "a/b/c")).contains("page/a/b/c");
    }

    @Test
    void aPageIsRestoredAtTheTopIfItsParentIsGone() {
        Deletion b = trash.delete(viewer, space, "a/b", 2);
        Deletion a = trash.delete(viewer, space, "a", 1);

        assertThat(trash.restore(viewer, space, b.id(), "b")).isEqualTo("b");
        assertThat(tree("page").top().children()).extracting(TreeNode::path).contains("b");
        assertThat(pageReader.movedTo(space.id(), "a/b/c")).contains("b/c");
        assertThat(trash.restore(viewer, space, a.id(), "a")).isEqualTo("a");
    }

    @Test
    void aRestoreToATakenAddressNeedsAnotherName() {
        Deletion deletion = trash.delete(viewer, space, "a/b", 2);
        create("a", "b");
        long newcomer = page("a/b").id();

        refused("page.name.taken", () -> trash.restore(viewer, space, deletion.id(), "b"));
        assertThat(trash.restore(viewer, space, deletion.id(), "old b")).isEqualTo("a/old-b");

        assertThat(page("a/b").id()).isEqualTo(newcomer);
        assertThat(pageReader.movedTo(space.id(), "a/b/c")).contains("a/old-b/c");
    }

    @Test
    void aDeletionOfMorePagesThanConfirmedIsRefused() {
        create("a/b", "d");
        refused("trash.delete.changed", () -> trash.delete(viewer, space, "a/b", 2));
        assertThat(pageReader.page(space.id(), "a/b/c")).isPresent();
        assertThat(list.subtreeSize(page("a/b").id())).isEqualTo(3);
    }

    @Test
    void aDeletedPageCannotBeChanged() {
        trash.delete(viewer, space, "a/b", 2);
        refused("page.deleted", () -> pages.save(viewer, space, "a/b", 1, new PageText("b", "Late", "")));
        refused("page.parent.deleted", () -> create("a/b", "late"));
        refused("page.parent.missing", () -> moves.move(viewer, space, "page", new Place("a/b", "page")));
    }

    @Test
    void theFrontPageStays() {
        byHand.frontPage(viewer, space);
        refused("page.front.fixed", () -> trash.delete(viewer, space, "", 1));
    }

    @Test
    void aPermanentDeletionLeavesNothing() {
        long b = page("a/b").id();
        moves.move(viewer, space, "a/b", new Place("a", "b2"));
        Deletion deletion = trash.delete(viewer, space, "a/b2", 2);

        trash.destroy(viewer, space, deletion.id());

        assertThat(history.newest(b, 10)).isEmpty();
        assertThat(list.in(viewer, space, NEWEST, 10).rows()).isEmpty();
        assertThat(list.at(viewer, space, "a/b")).isEmpty();
    }

    @Test
    void deletingNeedsEditAndDeletingPermanentlyNeedsAdminister() {
        Deletion deletion = trash.delete(viewer, space, "a/b", 2);
        Viewer reading = viewerWith(SpaceLevel.VIEW);
        Viewer editing = viewerWith(SpaceLevel.EDIT);

        assertThatThrownBy(() -> trash.delete(reading, space, "a", 1)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> moves.move(reading, space, "a", new Place("", "z")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trash.restore(reading, space, deletion.id(), "b"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> list.in(reading, space, NEWEST, 10)).isInstanceOf(Forbidden.class);
        assertThat(list.at(reading, space, "a/b")).isEmpty();
        assertThatThrownBy(() -> trash.destroy(editing, space, deletion.id())).isInstanceOf(Forbidden.class);
        assertThat(trash.restore(editing, space, deletion.id(), "b")).isEqualTo("a/b");
    }

    @Tag("thorough")
    @Test
    void aLargeSubtreeIsDeletedAndRestoredAsOne() {
        List<String> paths = byHand.below(viewer, space, page("a"), 1_500);
        paths.forEach(path -> assertThat(pageReader.page(space.id(), path)).isPresent());

        Deletion deletion = trash.delete(viewer, space, "a", 1_503);

        paths.forEach(path -> assertThat(pageReader.page(space.id(), path)).isEmpty());
        trash.restore(viewer, space, deletion.id(), "a");
        paths.forEach(path -> assertThat(pageReader.page(space.id(), path)).isPresent());
    }

    @Test
    void idsOfPagesInTheTrashCountAsUsed() {
        long b = page("a/b").id();
        long c = page("a/b/c").id();
        trash.delete(viewer, space, "a/b/c", 1);
        assertThat(byHand.used(List.of(b, c, Long.MAX_VALUE))).containsExactlyInAnyOrder(b, c);
    }

    @Test
    void theTrashStoresAllColumnsOfAPage() {
        assertThat(columns("trashed_page")).containsAll(columns("page"));
        assertThat((TrashStore.COLUMNS + ", path, version").split(", ")).containsAll(columns("page"));
    }

    private List<String> columns(String table) {
        List<?> names = router.read(em -> em.createNativeQuery(
                        "select column_name from information_schema.columns where table_schema = database()"
                                + " and table_name = ?1 and coalesce(generation_expression, '') = ''")
                .setParameter(1, table)
                .getResultList());
        return names.stream().map(Object::toString).toList();
    }

    private Viewer viewerWith(SpaceLevel level) {
        return new Viewer(99, "someone", "Someone", false, Map.of(space.id(), level));
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private void create(String parent, String title) {
        pages.create(viewer, space, parent, new PageText(title, "Text of " + title, ""));
    }

    private PageHead page(String path) {
        return pageReader.page(space.id(), path).orElseThrow();
    }

    private TreePath tree(String path) {
        return treeReader.path(pageReader.space(space.slug()).orElseThrow(), page(path));
    }
}
