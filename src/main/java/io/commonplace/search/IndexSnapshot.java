package io.commonplace.search;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/** The last commit of this clone's index, whose files are kept until this is closed. The index goes on changing meanwhile. */
final class IndexSnapshot implements SnapshotParts, AutoCloseable {
    private final IndexWriter writer;
    private final SnapshotDeletionPolicy policy;
    private final IndexCommit commit;

    private IndexSnapshot(IndexWriter writer, SnapshotDeletionPolicy policy) throws IOException {
        this.writer = writer;
        this.policy = policy;
        this.commit = policy.snapshot();
    }

    /** @throws IllegalStateException if nothing was committed yet */
    static IndexSnapshot of(IndexWriter writer) throws IOException {
        return new IndexSnapshot(
                writer, (SnapshotDeletionPolicy) writer.getConfig().getIndexDeletionPolicy());
    }

    /** Whether it has all pages. */
    boolean isComplete() throws IOException {
        Map<String, String> data = commit.getUserData();
        return IndexState.isCurrent(data) && IndexState.of(data).complete();
    }

    SnapshotFiles files() throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        for (String file : commit.getFileNames()) {
            lengths.put(file, commit.getDirectory().fileLength(file));
        }
        return new SnapshotFiles(lengths);
    }

    @Override
    public byte[] read(String file, long offset, int length) throws IOException {
        if (!commit.getFileNames().contains(file)) {
            throw new IOException("It has no such file: " + file);
        }
        byte[] bytes = new byte[length];
        try (IndexInput input = commit.getDirectory().openInput(file, IOContext.READONCE)) {
            input.seek(offset);
            input.readBytes(bytes, 0, length);
        }
        return bytes;
    }

    /** An index that was closed meanwhile deletes the files when it is opened again. */
    @Override
    public void close() throws IOException {
        policy.release(commit);
        if (writer.isOpen()) {
            writer.deleteUnusedFiles();
        }
    }
}
