package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathTest {
    @ParameterizedTest
    @CsvSource({
        "guides/On Call.md, guides/on-call",
        "a/b.markdown, a/b",
        "a/b.HTML, a/b",
        "a/b.htm, a/b",
        "a/b/, a/b",
        "/a//b.md, a/b",
        "./a/../b.md, a/b",
        "v1.2.md, v1.2",
        "snake_case.md, snake_case",
        "Übung/Größe.md, übung/größe",
        "日本/ページ.md, 日本/ページ",
        "a & b (c).md, a-b-c",
        "picture.png, picture.png"
    })
    void aFilesPathBecomesThePagesPath(String file, String path) {
        assertThat(PagePath.ofFile(file)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/index.md", "a/README.md", "a/_index.md", "a/readme", "a/Index.html"})
    void anIndexOrReadmeIsItsFoldersPage(String file) {
        assertThat(PagePath.ofFile(file)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.md", "README.md", "/", "", "."})
    void theRootsPageHasTheEmptyPath(String file) {
        assertThat(PagePath.ofFile(file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guides/On Call.md", "Übung/a.b.md", "a & b/-c-.md"})
    void thePathOfAPathIsItself(String file) {
        String path = PagePath.ofFile(file);
        assertThat(PagePath.ofFile(path)).isEqualTo(path);
    }

    @Test
    void composedAndDecomposedAccentsGiveTheSameName() {
        assertThat(PagePath.segment("u\u0308ber")).isEqualTo("\u00fcber").isEqualTo(PagePath.segment("\u00dcBER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "-", "?!", " ", ".-.-"})
    void namesWithoutUsableCharactersGiveAnEmptySegment(String name) {
        assertThat(PagePath.segment(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({".hidden, hidden", "--a--, a", "what?, what", "a..b, a..b", "C++, c"})
    void leadingAndTrailingPunctuationIsDropped(String name, String segment) {
        assertThat(PagePath.segment(name)).isEqualTo(segment);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, c.md, a/b/c.md",
        "a/b, ../c.md, a/c.md",
        "a/b, ../../c.md, c.md",
        "a/b, ./c/./d/../e, a/b/c/e",
        "a/b, /c, c",
        "a/b, '', a/b",
        "'', a, a",
        "a, .., ''"
    })
    void aRelativePathIsResolvedInItsFolder(String folder, String relative, String resolved) {
        assertThat(PagePath.resolve(folder, relative)).contains(resolved);
    }

    @ParameterizedTest
    @CsvSource({"a/b, ../../../c", "'', ..", "a, /../b", "a, ../../a/b", "a, b/../../../c"})
    void nothingLeadsOutOfTheRoot(String folder, String relative) {
        assertThat(PagePath.resolve(folder, relative)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b c/d", "ü/日本/😀", "100%/a+b", "a&b/c=d", "a#b/c?d", "%41/%2F"})
    void decodingUndoesEncoding(String path) {
        assertThat(PagePath.decode(PagePath.encode(path))).isEqualTo(path);
    }

    @Test
    void everythingSpecialExceptSlashesIsEncoded() {
        assertThat(PagePath.encode("a b/c+d/e%f?g#h\"<ü>")).isEqualTo("a%20b/c%2Bd/e%25f%3Fg%23h%22%3C%C3%BC%3E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "a%zz", "%2", "a+b"})
    void malformedEncodingStaysAsItIs(String written) {
        assertThat(PagePath.decode(written)).isEqualTo(written);
    }

    @Test
    void theParentOfATopLevelPageIsTheRoot() {
        assertThat(PagePath.parent("a/b/c")).isEqualTo("a/b");
        assertThat(PagePath.parent("a")).isEmpty();
        assertThat(PagePath.name("a/b/c")).isEqualTo("c");
        assertThat(PagePath.name("a")).isEqualTo("a");
    }
}
