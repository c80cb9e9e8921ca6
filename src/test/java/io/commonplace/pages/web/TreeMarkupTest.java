package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.Branch;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreeNode;
import io.commonplace.pages.TreePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeMarkupTest {
    private static final SpaceHead SPACE = new SpaceHead(1, "hand", "Handbook", "", 1);
    private static final TreeNode FRONT = new TreeNode(1, 0, "", "Welcome", true);
    private static final TreeNode A = new TreeNode(2, 1, "a", "A", true);
    private static final TreeNode A_B = new TreeNode(3, 2, "a/b", "A B", true);
    private static final TreeNode A_B_C = new TreeNode(4, 3, "a/b/c", "A B C", false);
    private static final TreeNode D = new TreeNode(5, 1, "d", "D", false);
    private static final Branch TOP = new Branch(FRONT, List.of(A, D), false);

    @Test
    void withoutAPageOnlyTheTopLevelIsShown() {
        assertThat(markup(new TreePath(TOP, List.of()), null))
                .isEqualTo("<li class=\"has-children\" data-page=\"2\"><a href=\"/s/hand/a\">A</a></li>"
                        + "<li><a href=\"/s/hand/d\">D</a></li>");
    }

    @Test
    void onlyThePathToThePageIsExpanded() {
        TreePath path =
                new TreePath(TOP, List.of(new Branch(A, List.of(A_B), false), new Branch(A_B, List.of(A_B_C), false)));
        assertThat(markup(path, page(3, "a/b")))
                .isEqualTo("<li class=\"has-children is-open\" data-page=\"2\"><a href=\"/s/hand/a\">A</a>"
                        + "<ul><li class=\"has-children is-open\" data-page=\"3\">"
                        + "<a href=\"/s/hand/a/b\" aria-current=\"page\">A B</a>"
                        + "<ul><li><a href=\"/s/hand/a/b/c\">A B C</a></li></ul></li></ul></li>"
                        + "<li><a href=\"/s/hand/d\">D</a></li>");
    }

    @Test
    void theFrontPageIsNotInTheTree() {
        assertThat(markup(new TreePath(TOP, List.of()), page(1, "")))
                .doesNotContain("Welcome")
                .doesNotContain("aria-current")
                .doesNotContain("<ul>");
    }

    @Test
    void titlesAndPathsAreEscaped() {
        TreeNode node = new TreeNode(1, 0, "a \"b\"/ü", "<img src=x> & \"co\"", false);
        assertThat(markup(new TreePath(new Branch(null, List.of(node), false), List.of()), null))
                .isEqualTo("<li><a href=\"/s/hand/a%20%22b%22/%C3%BC\">"
                        + "&lt;img src=x&gt; &amp; &quot;co&quot;</a></li>");
    }

    @Test
    void aPageBeyondTheShownSiblingsFollowsTheLinkToTheOthers() {
        TreeNode late = new TreeNode(900, 2, "a/late", "Z & late", false);
        Branch wide = new Branch(A, children(A, 100), true);
        TreePath path = new TreePath(TOP, List.of(wide, new Branch(late, List.of(), false)));

        var items = Jsoup.parse(markup(path, page(900, "a/late"))).select("ul > li");

        assertThat(items).hasSize(102);
        assertThat(items.get(100).select("a").attr("href")).isEqualTo("/below?space=hand&of=2&title=Child+99&id=1099");
        assertThat(items.get(100).text()).isEqualTo("Show more");
        assertThat(items.get(101).select("a[aria-current]").text()).isEqualTo("Z & late");
    }

    @Test
    void aDeepTreeOfWideLevelsStaysSmall() {
        List<Branch> way = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TreeNode node = new TreeNode(100_000 + i, 0, "deep" + i, "Deep " + i, true);
            way.add(new Branch(node, children(node, 100), true));
        }
        String markup = markup(new TreePath(TOP, way), null);
        assertThat(Jsoup.parse(markup).select("li").size()).isLessThan(400);
    }

    @Test
    void aFurtherPartLinksToTheOneAfterIt() {
        Branch part = new Branch(null, children(A, 100), true);
        assertThat(TreeMarkup.of(SPACE, part, "Show more")).contains("of=2&amp;title=Child+99&amp;id=1099");
    }

    private static List<TreeNode> children(TreeNode parent, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TreeNode(1000 + i, parent.id(), "child-" + i, "Child " + i, false))
                .toList();
    }

    private static String markup(TreePath path, @Nullable PageHead page) {
        return TreeMarkup.of(new PageRead(SPACE, page, null, path, true, ""), "Show more");
    }

    private static PageHead page(long id, String path) {
        return new PageHead(id, 1, null, path, "Title", path + ".md", 1, 1, "ada", Instant.EPOCH);
    }
}
