package io.commonplace.search;

/**
 * How far this clone is with copying the index of another one.
 *
 * @param from the other clone's name
 * @param done bytes
 * @param bytes of all files
 */
public record CopyProgress(String from, long done, long bytes) {
    CopyProgress at(long newDone) {
        return new CopyProgress(from, newDone, bytes);
    }

    /** From 0 to 99. */
    public int percent() {
        return bytes == 0 ? 0 : (int) Math.min(99, 100 * done / bytes);
    }
}
