package io.commonplace.transfer;

import java.util.Locale;
import java.util.Optional;

/** What comes in as a file though somebody may have expected pages of it. */
final class FileHint {
    private FileHint() {}

    /** The key of a message. */
    static Optional<String> of(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "zip", "7z", "tar", "gz", "tgz" -> Optional.of("import.file.archive");
            case "mdx", "mdown", "mkd", "rst", "adoc", "org" -> Optional.of("import.file.notMarkdown");
            default -> Optional.empty();
        };
    }
}
