package io.commonplace.transfer;

import java.util.Locale;
import java.util.Optional;

/** Finds files that are imported as attachments, although the person may have expected pages. */
final class FileHint {
    private FileHint() {}

    /** The key of the hint's message. */
    static Optional<String> of(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "zip", "7z", "tar", "gz", "tgz" -> Optional.of("import.file.archive");
            case "mdx", "mdown", "mkd", "rst", "adoc", "org" -> Optional.of("import.file.notMarkdown");
            default -> Optional.empty();
        };
    }
}
