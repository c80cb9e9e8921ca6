package io.commonplace.search;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.store.Directory;

/** What an index takes on disk, while it changes. */
final class DirectorySize {
    private DirectorySize() {}

    /** In bytes. */
    static long of(Directory directory) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += bytes(directory, file);
        }
        return bytes;
    }

    private static long bytes(Directory directory, String file) throws IOException {
        try {
            return directory.fileLength(file);
        } catch (NoSuchFileException | FileNotFoundException e) {
            // It was merged into another one just now.
            return 0;
        }
    }
}
