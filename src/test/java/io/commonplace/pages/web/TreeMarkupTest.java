package io.commonplace.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceTree;
import io.commonplace.pages.SpaceTree.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TreeMarkupTest {
    private static final SpaceHead SPACE = new SpaceHead(1, "hand", "Handbook", "", 1);
    private static final List<Node> NODES = List.of(
            new Node(1, 0, "", "Welcome"),
            new Node(2, 1, "a", "A"),
            new Node(3, 2, "a/b", "A B"),
            new Node(4, 3, "a/b/c", "A B C"),
            new Node(5, 1, "d", "D"),
            new Node(6, 5, "d/e", "D E"));

    @Test
    void withoutAPageOnlyTheTopLevelIsShown() {
        assertThat(markup(NODES, null))
                .isEqualTo("<li class=\"has-children\"><a href=\"/s/hand/a\">A</a></li>"
                        + "<li class=\"has-children\"><a href=\"/s/hand/d\">D</a></li>");
    }

    @Test
    void onlyThePathToThePageIsExpanded() {
        assertThat(markup(NODES, page(3, "a/b")))
                .isEqualTo("<li class=\"has-children is-open\"><a href=\"/s/hand/a\">A</a>"
                        + "<ul><li class=\"has-children is-open\">"
                        + "<a href=\"/s/hand/a/b\" aria-current=\"page\">A B</a>"
                        + "<ul><li><a href=\"/s/hand/a/b/c\">A B C</a></li></ul></li></ul></li>"
                        + "<li class=\"has-children\"><a href=\"/s/hand/d\">D</a></li>");
    }

    @Test
    void onlyTheCurrentPageIsMarked() {
        assertThat(markup(NODES, page(6, "d/e")))
                .containsOnlyOnce("aria-current")
                .contains("<li><a href=\"/s/hand/d/e\" aria-current=\"page\">D E</a></li>")
                .doesNotContain("A B");
    }

    @Test
    void theFrontPageIsNotInTheTree() {
        assertThat(markup(NODES, page(1, "")))
                .doesNotContain("Welcome")
                .doesNotContain("aria-current")
                .doesNotContain("<ul>");
    }

    @Test
    void titlesAndPathsAreEscaped() {
        List<Node> nodes = List.of(new Node(1, 0, "a \"b\"/ü", "<img src=x> & \"co\""));
        assertThat(markup(nodes, null))
                .isEqualTo("<li><a href=\"/s/hand/a%20%22b%22/%C3%BC\">"
                        + "&lt;img src=x&gt; &amp; &quot;co&quot;</a></li>");
    }

    private static String markup(List<Node> nodes, @Nullable PageHead page) {
        return TreeMarkup.of(new PageRead(SPACE, page, null, new SpaceTree(nodes)));
    }

    private static PageHead page(long id, String path) {
        return new PageHead(id, 1, path, "Title", path + ".md", 1, 1, "ada", Instant.EPOCH);
    }
}
