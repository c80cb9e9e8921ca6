package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
    private static final int DEPTH = 3;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.md",
                "guides/On Call (2026).md",
                "ü/日本.md",
                "emoji 😀.md",
                ".hidden/a.md",
                "a..b.md",
                "...md",
                "100% & more.md",
                "[id].md"
            })
    void anOrdinaryNameIsUnchanged(String name) throws FileRefused {
        assertThat(EntryName.check(name, DEPTH)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"guide\\deep\\setup.md", "guide/deep\\setup.md", "guide/deep/setup.md"})
    void aBackslashSeparatesFoldersToo(String name) throws FileRefused {
        assertThat(EntryName.check(name, DEPTH)).isEqualTo("guide/deep/setup.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.md", "a/../../b.md", "..", "a/./b.md", "./a.md", "a/..", "..\\a.md", "a\\..\\..\\b.md"})
    void aTraversalIsRefused(String name) {
        refused(name, "leads out of the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "//host/a.md", "C:/a.md", "c:a.md", "\\a.md", "\\\\host\\a.md", "C:\\a.md"})
    void anAbsoluteNameIsRefused(String name) {
        refused(name, "absolute path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\u0000.md", "a\nb.md", "a\u007f.md", "a\uFFFD.md", "a\uD800.md", "a//b.md", "a/ /b"})
    void forbiddenCharactersAreRefused(String name) {
        refused(name, "characters that are not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b.md", "a>b.md", "ab:c.md", "x/a\"b.md", "a|b.md", "a?.md", "*.md"})
    void aReservedCharacterIsRefused(String name) {
        refused(name, "some systems do not allow");
    }

    @Test
    void theDepthOfFoldersIsLimited() throws FileRefused {
        assertThat(EntryName.check("1/2/3/a.md", DEPTH)).isEqualTo("1/2/3/a.md");
        refused("1/2/3/4/a.md", "more than 3 folders deep");
    }

    @Test
    void theLengthOfANameIsLimited() throws FileRefused {
        String folder = "x".repeat(240);
        String longest = folder + "/" + folder + "/" + "y".repeat(700 - 2 * 241);
        assertThat(EntryName.check(longest, DEPTH)).hasSize(700);
        refused(longest + "y", "longer than 700 characters");
        refused("x".repeat(256), "characters that are not allowed");
    }

    @Test
    void accentsAreComposed() throws FileRefused {
        assertThat(EntryName.check("u\u0308ber.md", DEPTH)).isEqualTo("\u00fcber.md");
    }

    private static void refused(String name, String why) {
        assertThatThrownBy(() -> EntryName.check(name, DEPTH))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining(why);
    }
}
