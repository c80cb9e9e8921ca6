package io.commonplace.search;

import java.io.IOException;

/** Reads the files of an index as they were at one commit. */
interface SnapshotParts {
    /** @throws IOException if not all of these bytes can be read */
    byte[] read(String file, long offset, int length) throws IOException;
}
