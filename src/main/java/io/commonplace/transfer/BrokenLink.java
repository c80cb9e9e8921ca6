package io.commonplace.transfer;

import io.commonplace.jobs.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * A link of a file that leads nowhere.
 *
 * @param line where the file has it first; null if that is not known
 */
record BrokenLink(String written, @Nullable SourceLine line) {
    /** @param start of the link in the text */
    static BrokenLink of(String written, String markdown, @Nullable Integer start) {
        return new BrokenLink(written, start == null ? null : SourceLine.at(markdown, start));
    }
}
