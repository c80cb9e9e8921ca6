package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tree: 1 is above 2 and 5, and 2 is above 3 and 4. 6 is apart. */
class TrashRootsTest {
    private static final Map<Long, Long> PARENTS = Map.of(2L, 1L, 5L, 1L, 3L, 2L, 4L, 2L);
    private static final Set<Long> PAGES = Set.of(1L, 2L, 3L, 4L, 5L, 6L);

    @Test
    void aPageTakesAllBelowItAlong() {
        assertThat(roots(2L, 3L, 4L, 6L).roots()).isEqualTo(Map.of(2L, 3, 6L, 1));
    }

    @Test
    void aPageAboveOneThatStaysStaysAndItsOtherChildrenGo() {
        TrashRoots roots = roots(1L, 2L, 3L, 5L);

        assertThat(roots.roots()).isEqualTo(Map.of(3L, 1, 5L, 1));
        assertThat(roots.isHeld(1)).isTrue();
        assertThat(roots.isHeld(2)).isTrue();
        assertThat(roots.isHeld(4)).as("not to go at all").isFalse();
    }

    @Test
    void aTreeThatIsTooLargeForOneDeletionGoesInParts() {
        TrashRoots roots = new TrashRoots(PARENTS, PAGES, Set.of(1L, 2L, 3L, 4L, 5L), 3);

        assertThat(roots.roots()).isEqualTo(Map.of(2L, 3, 5L, 1));
        assertThat(roots.isHeld(1)).isTrue();
    }

    @Test
    void aCycleEnds() {
        Map<Long, Long> cycle = new HashMap<>(Map.of(1L, 2L, 2L, 1L));
        assertThat(new TreeSet<>(new TrashRoots(cycle, Set.of(1L, 2L), Set.of(1L, 2L), 9)
                        .roots()
                        .values()))
                .containsExactly(1);
        assertThat(new TrashRoots(cycle, Set.of(1L, 2L), Set.of(1L), 9).roots()).isEmpty();
    }

    private static TrashRoots roots(Long... going) {
        return new TrashRoots(PARENTS, PAGES, Set.of(going), 5_000);
    }
}
