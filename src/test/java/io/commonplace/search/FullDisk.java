package io.commonplace.search;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk that takes only so many bytes more, if {@link #fillUp} was called. */
final class FullDisk extends FilterDirectory {
    private volatile long left = Long.MAX_VALUE;

    FullDisk(Path folder) throws IOException {
        super(FSDirectory.open(folder));
    }

    void fillUp(long bytesLeft) {
        left = bytesLeft;
    }

    void makeRoom() {
        left = Long.MAX_VALUE;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return limited(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return limited(super.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput limited(IndexOutput out) {
        return new FilterIndexOutput("limited", out.getName(), out) {
            @Override
            public void writeByte(byte b) throws IOException {
                take(1);
                super.writeByte(b);
            }

            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                take(length);
                super.writeBytes(bytes, offset, length);
            }
        };
    }

    private synchronized void take(long bytes) throws IOException {
        if (left < bytes) {
            throw new IOException("No space left on device");
        }
        left -= bytes;
    }
}
