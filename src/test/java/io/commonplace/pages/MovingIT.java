package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
class MovingIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private PagesByHand byHand;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Spaces spaces;

    @Inject
    private PageReader pageReader;

    @Inject
    private TreeReader treeReader;

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
    void aPageMovesWithItsDescendantsAndKeepsItsId() {
        long c = id("a/b/c");

        assertThat(move("a/b", "page", "b2")).isEqualTo("page/b2");

        assertThat(id("page/b2/c")).isEqualTo(c);
        assertThat(titles(tree("page/b2/c").trail())).containsExactly("Page", "b", "c");
        assertThat(redirects("a/b", "a/b/c")).isEqualTo(Map.of("a/b", "page/b2", "a/b/c", "page/b2/c"));
    }

    @Test
    void allOldAddressesRedirectAfterManyMoves() {
        move("a", "", "a2");
        move("a2/b", "page", "b");
        move("page/b", "", "b3");

        assertThat(redirects("a/b/c", "a2/b/c", "page/b/c").values()).containsOnly("b3/c");
        assertThat(redirects("a").values()).containsOnly("a2");
    }

    @Test
    void aPageThatMovesBackTakesItsOldAddress() {
        move("a", "page", "a");
        move("page/a", "", "a");

        assertThat(pageReader.page(space.id(), "a/b/c")).isPresent();
        assertThat(pageReader.movedTo(space.id(), "a/b/c")).isEmpty();
        assertThat(redirects("page/a/b/c").values()).containsOnly("a/b/c");
    }

    @Test
    void aPageDoesNotMoveBelowItself() {
        refused("page.parent.below", () -> move("a", "a/b", "a"));
        refused("page.parent.below", () -> move("a", "a", "a"));
        assertThat(pageReader.page(space.id(), "a/b")).isPresent();
    }

    @Test
    void aPageDoesNotMoveOntoAnother() {
        refused("page.name.taken", () -> move("a", "", "Page"));
        create("page", "b");
        refused("page.name.taken", () -> move("a/b", "page", "b"));
        refused("page.name.form", () -> move("a", "", "///"));
        refused("page.parent.missing", () -> move("a", "no-such-page", "a"));
        assertThat(redirects("a").values()).containsNull();
    }

    @Test
    void theFrontPageStays() {
        byHand.frontPage(viewer, space);

        refused("page.front.fixed", () -> move("", "page", "front"));
        assertThat(move("a/b", "", "b")).as("to the top").isEqualTo("b");
    }

    @Test
    void aSecondMoveOfTheSamePageIsAConflict() {
        move("a", "", "mine");
        refused("page.move.conflict", () -> move("a", "page", "a"));
        assertThat(redirects("a").values()).containsOnly("mine");
    }

    @Test
    void aPageMovedDuringEditingIsSavedAtItsNewPlace() {
        move("a", "page", "a9");

        pages.save(viewer, space, "a", 1, new PageText("a", "The second", ""));

        PageHead page = pageReader.page(space.id(), "page/a9").orElseThrow();
        assertThat(page.revisionNumber()).isEqualTo(2);
        assertThat(pageReader.document(page.documentId()).html()).contains("The second");
    }

    @Test
    void aConcurrentSaveAndMoveBothSucceed() throws Exception {
        for (int i = 1; i <= 20; i++) {
            int base = i;
            String from = base == 1 ? "a" : "a" + (base - 1);
            Future<?> saving =
                    executor.submit(() -> pages.save(viewer, space, from, base, new PageText("a", "Text " + base, "")));
            Future<String> moving = executor.submit(() -> move(from, "", "a" + base));
            saving.get();
            PageHead page = pageReader.page(space.id(), moving.get()).orElseThrow();
            assertThat(page.revisionNumber()).isEqualTo(base + 1);
            assertThat(pageReader.document(page.documentId()).html()).contains("Text " + base);
        }
    }

    /** What waited for the open transaction would be refused after the database's time limit for locks. */
    @Test
    void peopleWhoChangeOtherPagesOfASpaceDoNotWait() {
        create("", "x");
        byHand.together(
                () -> create("a", "New"),
                () -> move("page", "a/b", "page"),
                () -> pages.save(viewer, space, "a/b/c", 1, new PageText("Title", "Text", "")),
                () -> elsewhere(
                        () -> create("a", "Newer"),
                        () -> pages.save(viewer, space, "x", 1, new PageText("Retitled", "Text", "")),
                        () -> move("x", "a", "x")));
        SpaceHead current = spaces.get(viewer, space.slug());
        assertThat(titles(treeReader.branch(current, id("a")).children()))
                .containsExactly("b", "New", "Newer", "Retitled");
    }

    private void elsewhere(Runnable... actions) {
        for (Runnable action : actions) {
            try {
                executor.submit(action).get();
            } catch (ExecutionException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void aPageThatIsCreatedDuringAMoveIsAtItsParentsNewPlace() throws Exception {
        for (int i = 0; i < 20; i++) {
            String title = "new" + i;
            String from = i % 2 == 0 ? "a" : "page/a";
            Future<?> creating = executor.submit(() -> create(from + "/b", title));
            String to = i % 2 == 0 ? "page" : "";
            Future<String> moving = executor.submit(() -> move(from, to, "a"));
            creating.get();
            assertThat(pageReader.page(space.id(), moving.get() + "/b/" + title))
                    .isPresent();
        }
    }

    @Test
    void ofTwoConcurrentMovesThatFormACycleOneIsRefused() throws Exception {
        for (int i = 0; i < 10; i++) {
            create("", "x" + i);
            create("", "y" + i);
            String x = "x" + i;
            String y = "y" + i;
            Future<String> one = executor.submit(() -> move(x, y, x));
            Future<String> other = executor.submit(() -> move(y, x, y));
            int done = (succeeds(one) ? 1 : 0) + (succeeds(other) ? 1 : 0);
            assertThat(done).as("moves that were done").isEqualTo(1);
        }
    }

    @Tag("thorough")
    @Test
    void aLargeSubtreeMovesAsOne() {
        PageHead a = pageReader.page(space.id(), "a").orElseThrow();
        List<String> paths = byHand.below(viewer, space, a, 1_500);
        paths.forEach(path -> assertThat(pageReader.page(space.id(), path)).isPresent());

        long start = System.nanoTime();
        move("a", "page", "a");
        long millis = (System.nanoTime() - start) / 1_000_000;

        paths.forEach(path -> assertThat(pageReader.page(space.id(), path)).isEmpty());
        paths.forEach(
                path -> assertThat(pageReader.page(space.id(), "page/" + path)).isPresent());
        assertThat(millis).as("milliseconds").isLessThan(20_000);
    }

    private static boolean succeeds(Future<?> action) throws InterruptedException {
        try {
            action.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e).hasRootCauseInstanceOf(Refusal.class);
            return false;
        }
    }

    private static void refused(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private void create(String parent, String title) {
        pages.create(viewer, space, parent, new PageText(title, "The first", ""));
    }

    private String move(String from, String parent, String name) {
        return moves.move(viewer, space, from, new Place(parent, name));
    }

    private Map<String, String> redirects(String... paths) {
        Map<String, String> targets = new HashMap<>();
        for (String path : paths) {
            targets.put(path, pageReader.movedTo(space.id(), path).orElse(null));
        }
        return targets;
    }

    private long id(String path) {
        return pageReader.page(space.id(), path).orElseThrow().id();
    }

    /** With the tree's current generation. */
    private TreePath tree(String path) {
        SpaceHead current = spaces.get(viewer, space.slug());
        return treeReader.path(current, pageReader.page(space.id(), path).orElseThrow());
    }

    private static List<String> titles(List<TreeNode> nodes) {
        return nodes.stream().map(TreeNode::title).toList();
    }
}
