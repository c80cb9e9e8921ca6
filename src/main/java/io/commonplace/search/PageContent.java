package io.commonplace.search;

import io.commonplace.attachments.text.TextOfFile;
import java.time.Instant;
import java.util.List;

/**
 * What the index needs of a page.
 *
 * @param version of the page's row; below 0 in the trash, where the same version is another document
 * @param changedByName for a page in the trash, who deleted it; so are {@code changedBy} and {@code changedAt}
 * @param html the text that readers see
 * @param language ISO 639-1; empty if it is to be detected
 * @param files the names of the files beside it
 * @param texts the texts inside these files, as far as there are any
 */
public record PageContent(
        long id,
        int version,
        long spaceId,
        String path,
        String title,
        long changedBy,
        String changedByName,
        Instant changedAt,
        String html,
        String language,
        List<String> files,
        List<TextOfFile> texts) {
    public PageContent {
        files = List.copyOf(files);
        texts = List.copyOf(texts);
    }

    /** Without files, as a query reads it. */
    public PageContent(
            long id,
            int version,
            long spaceId,
            String path,
            String title,
            long changedBy,
            String changedByName,
            Instant changedAt,
            String html,
            String language) {
        this(
                id,
                version,
                spaceId,
                path,
                title,
                changedBy,
                changedByName,
                changedAt,
                html,
                language,
                List.of(),
                List.of());
    }

    static int versionInTrash(int version) {
        return -1 - version;
    }

    boolean isInTrash() {
        return version < 0;
    }

    PageContent inTrash() {
        return with(versionInTrash(version), files, texts);
    }

    PageContent withFiles(List<String> names) {
        return with(version, names, texts);
    }

    PageContent withTexts(List<TextOfFile> ofFiles) {
        return with(version, files, ofFiles);
    }

    private PageContent with(int otherVersion, List<String> names, List<TextOfFile> ofFiles) {
        return new PageContent(
                id,
                otherVersion,
                spaceId,
                path,
                title,
                changedBy,
                changedByName,
                changedAt,
                html,
                language,
                names,
                ofFiles);
    }
}
