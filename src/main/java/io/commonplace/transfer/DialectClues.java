package io.commonplace.transfer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Recognises a program by the names of the files that only it writes, among them files that are not imported. */
final class DialectClues {
    private static final Map<ArchiveDialect, Predicate<String>> NAMES = Map.of(
            ArchiveDialect.OBSIDIAN, name("/\\.obsidian/"),
            ArchiveDialect.LOGSEQ, name("/logseq/config\\.edn$"),
            // Notion ends each name with the page's identifier.
            ArchiveDialect.NOTION, name(" [0-9a-f]{32}\\.(?:md|csv)$"),
            ArchiveDialect.DOCUSAURUS, name("/docusaurus\\.config\\.(?:js|ts|mjs|cjs)$"),
            ArchiveDialect.VITEPRESS, name("/\\.vitepress/"),
            ArchiveDialect.MKDOCS, name("/mkdocs\\.ya?ml$"),
            ArchiveDialect.HUGO, name("/hugo\\.(?:toml|ya?ml|json)$|/_index\\.md$"),
            ArchiveDialect.JEKYLL, name("/_config\\.(?:ya?ml|toml)$"),
            ArchiveDialect.AZURE_WIKI, name("/\\.order$"));

    private final Set<ArchiveDialect> seen = EnumSet.of(ArchiveDialect.MARKDOWN);

    private static Predicate<String> name(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }

    /** @param path in the archive, with slashes */
    void see(String path) {
        String lower = "/" + path.toLowerCase(Locale.ROOT);
        NAMES.forEach((dialect, name) -> {
            if (!seen.contains(dialect) && name.test(lower)) {
                seen.add(dialect);
            }
        });
    }

    ArchiveDialect dialect() {
        return seen.iterator().next();
    }
}
