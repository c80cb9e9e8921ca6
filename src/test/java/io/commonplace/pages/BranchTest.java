package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BranchTest {
    private static final TreeNode FRONT = new TreeNode(1, 0, "", "Welcome", true);
    private static final TreeNode ABOUT = new TreeNode(2, 1, "about", "about this", false);
    private static final TreeNode TEAM = new TreeNode(3, 1, "team", "Team", false);

    @Test
    void aBranchHasAtMostAHundredChildrenAndSaysIfThereAreMore() {
        assertThat(Branch.of(FRONT, children(100)).more()).isFalse();
        Branch wide = Branch.of(FRONT, children(101));
        assertThat(wide.more()).isTrue();
        assertThat(wide.children()).hasSize(100);
    }

    @Test
    void pagesWithoutAParentAreSortedIntoTheTop() {
        TreeNode loose = new TreeNode(4, 0, "guides", "Guides", false);
        Branch top = Branch.of(FRONT, List.of(ABOUT, TEAM)).with(Branch.of(null, List.of(loose)));
        assertThat(top.children()).containsExactly(ABOUT, loose, TEAM);
        assertThat(top.page()).isEqualTo(FRONT);
    }

    @Test
    void aChildIsFoundByItsIdentifier() {
        Branch branch = Branch.of(FRONT, List.of(ABOUT, TEAM));
        assertThat(branch.child(3)).contains(TEAM);
        assertThat(branch.child(9)).isEmpty();
    }

    @Test
    void aBranchWeighsByTheNumberOfItsChildren() {
        assertThat(Branch.leaf(TEAM).weight()).isEqualTo(1);
        assertThat(Branch.of(FRONT, children(100)).weight()).isEqualTo(11);
    }

    private static List<TreeNode> children(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> new TreeNode(10 + i, 1, "p" + i, "P " + i, false))
                .toList();
    }
}
