package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the plan needs to know of a Markdown file. Its text is stored when the file is read, so that the texts of an archive
 * don't fill the memory.
 *
 * @param title which the text gives itself
 * @param hash of the text
 * @param length of the text, in characters
 * @param guessed whether the file's encoding was guessed
 */
record KeptText(
        String path,
        Optional<String> title,
        String hash,
        int length,
        boolean guessed,
        List<String> formerAddresses,
        Optional<PageHeader> header) {
    static KeptText of(String path, SourceText text) {
        String markdown = text.markdown();
        return new KeptText(
                path,
                text.title(),
                Content.hash(markdown.getBytes(StandardCharsets.UTF_8)),
                markdown.length(),
                text.guessed(),
                text.formerAddresses(),
                text.header());
    }
}
