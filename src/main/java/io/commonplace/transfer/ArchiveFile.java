package io.commonplace.transfer;

import io.commonplace.pages.PagePath;

/** A file from an archive, within the limits. @param path relative, with slashes, without dots */
record ArchiveFile(String path, byte[] bytes) {
    boolean isMarkdown() {
        return PagePath.isMarkdown(path);
    }
}
