package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JunkFileTest {
    @Test
    void aProgramsFolderIsFoundAtAnyDepth() {
        String deep = "a/".repeat(30_000);
        assertThat(JunkFile.programFolder(".obsidian/app.json")).contains(".obsidian");
        assertThat(JunkFile.programFolder("a/.Trash/b/.obsidian/c.md")).contains("a/.Trash");
        assertThat(JunkFile.programFolder(deep + ".obsidian/app.json")).contains(deep + ".obsidian");
    }

    @Test
    void aFileOrAFolderWithASimilarNameIsNone() {
        for (String path : new String[] {"a/.obsidian", "a.obsidian/b.md", ".obsidian2/b.md", "trash/b.md"}) {
            assertThat(JunkFile.programFolder(path)).isEmpty();
        }
    }
}
