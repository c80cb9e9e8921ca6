package io.commonplace.transfer;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an export makes of pages. */
public enum ExportFormat {
    /** Files of Markdown, which an import reads again. */
    MARKDOWN,
    /** The same, with all revisions of each page. */
    REVISIONS,
    /** A site of HTML files, which a browser opens from a folder. */
    SITE;

    /** The format with this name, in capitals or not. */
    public static Optional<ExportFormat> named(@Nullable String name) {
        return Stream.of(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
