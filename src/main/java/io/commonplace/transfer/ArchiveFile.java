package io.commonplace.transfer;

import java.util.Locale;

/** A file out of an archive, inside the limits. @param path relative, with slashes, without dots */
record ArchiveFile(String path, byte[] bytes) {
    boolean isMarkdown() {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }
}
