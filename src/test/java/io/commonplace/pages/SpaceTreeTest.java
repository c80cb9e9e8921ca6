package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.SpaceTree.Node;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SpaceTreeTest {
    private static final Node FRONT = new Node(1, 0, "", "Welcome");
    private static final Node GUIDES = new Node(2, 1, "guides", "Guides");
    private static final Node ON_CALL = new Node(3, 2, "guides/on-call", "On call");
    private static final Node PAGER = new Node(4, 3, "guides/on-call/pager", "The pager");
    private static final Node ABOUT = new Node(5, 2, "guides/about", "about this");
    private static final Node TEAM = new Node(6, 0, "team", "Team");

    private final SpaceTree tree = new SpaceTree(List.of(TEAM, PAGER, ON_CALL, FRONT, ABOUT, GUIDES));

    @Test
    void pagesAreSortedByTitleIgnoringCase() {
        assertThat(tree.children(2)).containsExactly(ABOUT, ON_CALL);
    }

    @Test
    void pagesWithTheSameTitleAreSortedByPath() {
        Node second = new Node(8, 0, "b", "Same");
        Node first = new Node(9, 0, "a", "same");
        assertThat(new SpaceTree(List.of(second, first)).top()).containsExactly(first, second);
    }

    @Test
    void theFrontPageIsLeftOutAndItsChildrenAreTheTop() {
        assertThat(tree.top()).containsExactly(GUIDES, TEAM);
        assertThat(tree.children(1)).containsExactly(GUIDES, TEAM);
        assertThat(tree.trail(1)).isEmpty();
    }

    @Test
    void theTrailLeadsFromTheTopToThePage() {
        assertThat(tree.trail(4)).containsExactly(GUIDES, ON_CALL, PAGER);
    }

    @Test
    void aMissingPageHasNoTrailAndNoChildren() {
        assertThat(tree.trail(99)).isEmpty();
        assertThat(tree.children(99)).isEmpty();
        assertThat(tree.node(99)).isNull();
    }

    @Test
    void everyPageCanBeFoundById() {
        assertThat(tree.size()).isEqualTo(6);
        assertThat(tree.node(1)).isEqualTo(FRONT);
    }

    @Test
    void aPageWithAnUnknownParentIsAtTheTop() {
        Node orphan = new Node(7, 1000, "lost/orphan", "Orphan");
        SpaceTree withOrphan = new SpaceTree(List.of(orphan, TEAM));
        assertThat(withOrphan.top()).containsExactly(orphan, TEAM);
        assertThat(withOrphan.trail(7)).containsExactly(orphan);
    }

    @Test
    void aCycleOfParentsDoesNotLoop() {
        Node chicken = new Node(7, 8, "chicken", "Chicken");
        Node egg = new Node(8, 7, "egg", "Egg");
        Node alone = new Node(9, 9, "alone", "Alone");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            SpaceTree circle = new SpaceTree(List.of(chicken, egg, alone));
            assertThat(circle.trail(7)).containsExactly(egg, chicken);
            assertThat(circle.trail(9)).containsExactly(alone);
            assertThat(circle.children(7)).containsExactly(egg);
        });
    }

    @Test
    void aTreeIsImmutable() {
        Assertions.assertThrows(
                UnsupportedOperationException.class, () -> tree.top().add(TEAM));
        Assertions.assertThrows(
                UnsupportedOperationException.class, () -> tree.children(2).clear());
    }
}
