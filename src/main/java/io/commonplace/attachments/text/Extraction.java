package io.commonplace.attachments.text;

import org.jspecify.annotations.Nullable;

/**
 * The result of an attempt to read a file's text.
 *
 * @param text empty if it failed, or if the file has none
 * @param failure null if it was read
 */
record Extraction(String text, @Nullable ExtractionFailure failure) {
    static Extraction read(String text) {
        return new Extraction(text, null);
    }

    static Extraction failed(ExtractionFailure failure) {
        return new Extraction("", failure);
    }
}
