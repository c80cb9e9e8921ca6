package io.commonplace.transfer;

import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Hands archives out to those who have asked for them. */
@ApplicationScoped
public class ExportDownloads {
    @Inject
    private ExportDownloadQueries queries;

    @Inject
    private ExportAccess access;

    /**
     * @throws NotFound if there is no such archive (any more), it is somebody else's, or the person may not view all of its
     *     spaces now
     */
    public ExportedArchive get(Viewer viewer, long exportId) {
        return queries.archive(exportId)
                .filter(archive -> archive.personId() == viewer.id())
                .filter(archive -> access.holds(viewer.id(), archive.spaceIds()))
                .orElseThrow(() -> new NotFound("export.notFound"));
    }

    /**
     * Copies the archive in pieces of one mebibyte, so that a large archive or a slow reader takes no more memory than that.
     *
     * @throws IllegalStateException if it is deleted meanwhile
     */
    public void copy(ExportedArchive archive, OutputStream to) throws IOException {
        for (ExportPart part : archive.parts()) {
            for (int number = 0; (long) number * PieceOutput.PIECE < part.size(); number++) {
                to.write(piece(part, number));
            }
        }
    }

    private byte[] piece(ExportPart part, int number) {
        return queries.piece(part.id(), number)
                .orElseThrow(() -> new IllegalStateException("No piece " + number + " of part " + part.id()));
    }
}
