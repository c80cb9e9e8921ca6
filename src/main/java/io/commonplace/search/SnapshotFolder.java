package io.commonplace.search;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.util.IOUtils;

/** A folder within that of an index, for the copy of another one: the index is replaced only by a copy that is complete. */
record SnapshotFolder(Path index) {
    private static final String NAME = "copy";

    private Path path() {
        return index.resolve(NAME);
    }

    Path emptied() throws IOException {
        delete();
        return Files.createDirectories(path());
    }

    void delete() throws IOException {
        if (Files.exists(path())) {
            IOUtils.rm(path());
        }
    }

    /** Puts the copy in place of the index, which no process may have open. If it is interrupted, there is no index. */
    void install() throws IOException {
        try (DirectoryStream<Path> former = Files.newDirectoryStream(index, file -> !Files.isDirectory(file))) {
            for (Path file : former) {
                Files.delete(file);
            }
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path(), file -> !isLast(file))) {
            for (Path file : files) {
                move(file);
            }
        }
        try (DirectoryStream<Path> last = Files.newDirectoryStream(path(), SnapshotFolder::isLast)) {
            for (Path file : last) {
                move(file);
            }
        }
        delete();
    }

    /** The file that makes the others an index. */
    private static boolean isLast(Path file) {
        return file.getFileName().toString().startsWith(IndexFileNames.SEGMENTS);
    }

    private void move(Path file) throws IOException {
        Files.move(file, index.resolve(file.getFileName()));
    }
}
