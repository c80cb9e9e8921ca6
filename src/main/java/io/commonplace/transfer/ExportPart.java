package io.commonplace.transfer;

/**
 * Some packed files of an archive. Its parts follow each other by section and number.
 *
 * @param id under which its bytes are kept; each attempt of a step has another
 * @param number of its first page or file
 * @param items the pages or files in it
 * @param size in bytes
 */
public record ExportPart(long id, Section section, int number, int items, long size) {
    /** The sections of an archive, in their order. */
    public enum Section {
        PAGES,
        FILES,
        /** The archive's own list of its files. */
        LIST
    }
}
