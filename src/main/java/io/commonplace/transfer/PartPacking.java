package io.commonplace.transfer;

import io.commonplace.database.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Packs parts of archives. The bytes are stored as they come, outside of the step's transaction and under an identifier of
 * this attempt alone. So a part of any size needs little memory, and an attempt that is late overwrites nothing.
 */
@ApplicationScoped
class PartPacking {
    @Inject
    private ExportPieces pieces;

    @Inject
    private Ids ids;

    /** A part that is stored, and its files. */
    record Packed(ExportPart part, List<PackedEntry> entries) {}

    /** @param work adds the files, and returns the number of pages or files that it has added */
    Packed pack(ExportPart.Section section, int number, Work work) {
        long id = ids.next();
        try (PieceOutput out = new PieceOutput((piece, bytes) -> pieces.store(id, piece, bytes))) {
            ZipPart zip = new ZipPart(out);
            int items = work.addTo(zip);
            return new Packed(new ExportPart(id, section, number, items, out.size()), zip.entries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds files to a part. */
    interface Work {
        int addTo(ZipPart zip) throws IOException;
    }

    /** Stores the archive's own list. @param work writes it */
    ExportPart store(ExportPart.Section section, Consumer<PieceOutput> work) {
        long id = ids.next();
        try (PieceOutput out = new PieceOutput((piece, bytes) -> pieces.store(id, piece, bytes))) {
            work.accept(out);
            return new ExportPart(id, section, 0, 0, out.size());
        }
    }
}
