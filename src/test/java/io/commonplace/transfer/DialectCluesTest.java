package io.commonplace.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectCluesTest {
    @ParameterizedTest
    @CsvSource({
        "vault/.obsidian/app.json, OBSIDIAN",
        "notes/logseq/config.edn, LOGSEQ",
        "Export/Team Home 0123456789abcdef0123456789ABCDEF.md, NOTION",
        "site/docusaurus.config.js, DOCUSAURUS",
        "docs/.vitepress/config.ts, VITEPRESS",
        "mkdocs.yml, MKDOCS",
        "content/_index.md, HUGO",
        "_config.yml, JEKYLL",
        "wiki/.order, AZURE_WIKI",
        "docs/index.md, MARKDOWN",
        "my_config.yml, MARKDOWN",
        "photo 0123456789abcdef0123456789abcdef.png, MARKDOWN"
    })
    void aProgramIsKnownByTheFilesThatOnlyItWrites(String path, ArchiveDialect dialect) {
        DialectClues clues = new DialectClues();
        clues.see("a/page.md");
        clues.see(path);
        assertThat(clues.dialect()).isEqualTo(dialect);
        assertThat(dialect.label()).isNotBlank();
    }

    @Test
    void ofSeveralProgramsTheFirstCounts() {
        DialectClues clues = new DialectClues();
        clues.see("mkdocs.yml");
        clues.see(".obsidian/app.json");
        assertThat(clues.dialect()).isEqualTo(ArchiveDialect.OBSIDIAN);
    }
}
