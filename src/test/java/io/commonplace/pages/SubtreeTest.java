package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.platform.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubtreeTest {
    private final Subtree guides = new Subtree(
            1, "guides", Map.of(1L, "guides", 2L, "guides/on-call", 3L, "guides_2", 4L, "elsewhere/imported"));

    @Test
    void onlyPathsBelowTheRootPageChange() {
        assertThat(guides.pathsAt("team/manuals"))
                .containsExactlyInAnyOrder("team/manuals", "team/manuals/on-call", "guides_2", "elsewhere/imported");
        assertThat(guides.followingIds()).isEqualTo("1,2");
        assertThat(guides.ids()).isEqualTo("1,2,3,4");
    }

    @Test
    void aPathThatWouldBeTooLongIsRefused() {
        String justFits = "x".repeat(PagePath.MAX_LENGTH - "/on-call".length());
        assertThat(guides.pathsAt(justFits)).contains(justFits + "/on-call");
        assertThatThrownBy(() -> guides.pathsAt(justFits + "x"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("page.name.long"));
    }

    @Test
    void aSubtreeThatIsTooLargeIsRefused() {
        Map<Long, String> paths = new HashMap<>();
        for (long id = 1; id <= Subtree.MAX_SIZE; id++) {
            paths.put(id, "a/" + id);
        }
        assertThat(new Subtree(1, "a", paths).requireMaxSize().size()).isEqualTo(Subtree.MAX_SIZE);
        paths.put(0L, "a");
        assertThatThrownBy(() -> new Subtree(1, "a", paths).requireMaxSize())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("page.subtree.large"));
    }
}
