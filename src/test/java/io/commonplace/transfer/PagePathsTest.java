package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PagePathsTest {
    @Test
    void namesThatDifferInSignsGetAddressesOfTheirOwn() {
        assertThat(paths("lang/C.md", "lang/C++.md", "lang/C#.md", "lang/F&A.md", "lang/F-A.md"))
                .isEqualTo(Map.of(
                        "lang/C.md", "lang/c",
                        "lang/C++.md", "lang/c-plus-plus",
                        "lang/C#.md", "lang/c-sharp",
                        "lang/F-A.md", "lang/f-a",
                        "lang/F&A.md", "lang/f-and-a"));
    }

    @Test
    void aNameAloneHasTheUsualAddress() {
        assertThat(paths("C++.md")).isEqualTo(Map.of("C++.md", "c"));
    }

    @Test
    void anEmojiIsANameOfItsOwn() {
        assertThat(paths("lang/🚀.md", "lang/❤️.md", "🚀/a.md"))
                .isEqualTo(Map.of(
                        "lang/🚀.md", "lang/rocket", "lang/❤️.md", "lang/heavy-black-heart", "🚀/a.md", "rocket/a"));
    }

    @Test
    void anIndexComesBeforeAReadmeAndThatBeforeAPageNamedLikeTheFolder() {
        Map<String, String> all = paths("guide.md", "guide/README.md", "guide/index.md", "README.md", "index.md");
        assertThat(all).containsEntry("guide/index.md", "guide").containsEntry("index.md", "");
        assertThat(all).containsEntry("guide/README.md", "guide/readme").containsEntry("README.md", "readme");
        assertThat(all.get("guide.md")).matches("guide-[0-9a-f]{4}");
        assertThat(paths("guide.md", "guide/README.md")).containsEntry("guide/README.md", "guide");
    }

    @Test
    void namesThatDifferInCapitalsAndBlanksAllGetAPage() {
        Map<String, String> all =
                paths("On Call.md", "on-call.md", "ON CALL.md", "on-call.markdown", "on-call.html.md");
        assertThat(all.values()).doesNotHaveDuplicates().hasSize(5).allMatch(path -> path.startsWith("on-call"));
        assertThat(all).containsEntry("on-call.md", "on-call");
    }

    @Test
    void theOrderInTheArchiveDoesNotMatter() {
        List<String> files = new ArrayList<>(List.of(
                "C.md",
                "C++.md",
                "C#.md",
                "c/index.md",
                "c plus plus.md",
                "a/README.md",
                "a/index.md",
                "a.md",
                "A.md"));
        Map<String, String> first = new PagePaths(List.of(), "").assign(files);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(files, random);
            assertThat(new PagePaths(List.of(), "").assign(files)).isEqualTo(first);
        }
        assertThat(first.values()).doesNotHaveDuplicates();
    }

    @Test
    void aFileKeepsTheAddressOfItsPage() {
        List<KnownPage> known = List.of(
                new KnownPage(1, "manual/ruby.html", "manual/ruby.html.md", "Ruby"),
                new KnownPage(2, "c-plus-plus", "C++.md", "C++"));
        assertThat(new PagePaths(known, "").assign(List.of("manual/ruby.html.md", "C++.md", "manual/go.html.md")))
                .isEqualTo(Map.of(
                        "manual/ruby.html.md",
                        "manual/ruby.html",
                        "C++.md",
                        "c-plus-plus",
                        "manual/go.html.md",
                        "manual/go"));
    }

    @Test
    void aPageOfAnotherNameIsNotOverwritten() {
        List<KnownPage> known = List.of(new KnownPage(1, "c", "C.md", "C"), new KnownPage(2, "on-call", "x.md", "On"));
        assertThat(new PagePaths(known, "").assign(List.of("C++.md", "On Call.md")))
                .isEqualTo(Map.of("C++.md", "c-plus-plus", "On Call.md", "on-call"));
    }

    @Test
    void aVeryLongNameOfSignsFits() {
        String file = "a/".repeat(20) + "🚀".repeat(120) + ".md";
        assertThat(paths(file).values()).allMatch(path -> path.length() <= 700);
    }

    private static Map<String, String> paths(String... files) {
        return new PagePaths(List.of(), "").assign(List.of(files));
    }

    @Test
    void anExportedPageHasTheAddressThatItNames() {
        Map<String, String> paths = new PagePaths(List.of(), "")
                .assign(
                        List.of("a.md", "b.md", "c.md", "d.md", "e.md"),
                        Map.of("a.md", "b", "b.md", "", "c.md", "../up", "d.md", "Not One", "e.md", "b"));

        assertThat(paths)
                .containsEntry("a.md", "b")
                .containsEntry("b.md", "")
                .containsEntry("c.md", "c")
                .containsEntry("d.md", "d")
                .containsEntry("e.md", "e");
    }
}
