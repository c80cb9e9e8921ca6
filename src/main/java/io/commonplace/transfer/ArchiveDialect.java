package io.commonplace.transfer;

import io.commonplace.platform.Messages;

/** The program that the files of an archive seem to come from. If there are clues for several, the first one counts. */
public enum ArchiveDialect {
    COMMONPLACE,
    OBSIDIAN,
    LOGSEQ,
    NOTION,
    DOCUSAURUS,
    VITEPRESS,
    MKDOCS,
    HUGO,
    JEKYLL,
    AZURE_WIKI,
    MARKDOWN;

    /** For people. */
    public String label() {
        return Messages.text("import.dialect." + name());
    }
}
