package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the names of an archive's files, and passes on their bytes and texts, which are not kept in memory. */
final class ArchiveReader {
    private final Unpacked unpacked = new Unpacked();
    private final TextBatch texts;
    private final Consumer<ArchiveFile> files;
    private final FileNotes notes;

    /**
     * @param texts receives the pages' texts by their hash, a few at a time
     * @param files receives each other file
     */
    ArchiveReader(Consumer<Map<String, String>> texts, Consumer<ArchiveFile> files, FileNotes notes) {
        this.texts = new TextBatch(texts);
        this.files = files;
        this.notes = notes;
    }

    void add(ArchiveFile file) {
        if (file.isMarkdown()) {
            addText(file);
        } else {
            files.accept(file);
            unpacked.files().add(new KeptFile(file.path(), Content.hash(file.bytes()), file.bytes().length));
        }
    }

    private void addText(ArchiveFile file) {
        try {
            SourceText text = SourceText.of(file.bytes());
            KeptText kept = KeptText.of(file.path(), text);
            texts.add(kept.hash(), text.markdown());
            unpacked.texts().add(kept);
        } catch (FileRefused e) {
            notes.problem(file.path(), e);
        }
    }

    /** How many files were added that can be imported. */
    int size() {
        return unpacked.size();
    }

    /** Passes on what is left. @return all names */
    Unpacked end() {
        texts.flush();
        return unpacked;
    }
}
