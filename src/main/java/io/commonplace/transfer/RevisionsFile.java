package io.commonplace.transfer;

import io.commonplace.pages.Revision;
import io.commonplace.platform.NotFound;
import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

/**
 * All revisions of a page up to the exported one: a line of JSON for each, the oldest first. They lie in a folder of their
 * own, which an import leaves out.
 *
 * @see <a href="https://jsonlines.org">JSON Lines</a>
 */
final class RevisionsFile {
    static final String FOLDER = ".revisions";

    private final ExportFile page;
    private final BiFunction<Long, Integer, Revision> revisions;
    private final Runnable before;

    /**
     * @param revisions gives the revision by page and number
     * @param before runs before each revision
     */
    RevisionsFile(ExportFile page, BiFunction<Long, Integer, Revision> revisions, Runnable before) {
        this.page = page;
        this.revisions = revisions;
        this.before = before;
    }

    /** In the archive: beside the page's file, but below the folder of revisions. */
    String name() {
        int top = page.name().indexOf('/');
        return page.name().substring(0, top) + "/" + FOLDER
                + page.name().substring(top).replaceFirst("\\.[^.]*$", "") + ".jsonl";
    }

    void writeTo(OutputStream out) throws IOException {
        for (int number = 1; number <= page.revisionNumber(); number++) {
            before.run();
            try {
                out.write((line(revisions.apply(page.targetId(), number)) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (NotFound e) {
                // The page was deleted permanently while this runs.
                return;
            }
        }
    }

    private static String line(Revision revision) {
        return Json.createObjectBuilder()
                .add("number", revision.getNumber())
                .add("title", revision.getTitle())
                .add("author", revision.getAuthorName())
                .add("date", revision.getCreatedAt().toString())
                .add("comment", revision.getComment())
                .add("markdown", revision.getMarkdown())
                .build()
                .toString();
    }
}
