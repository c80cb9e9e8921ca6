package io.commonplace.transfer;

/**
 * Limits for archives, which may be malicious or larger than the person knows.
 *
 * @param entries the number of files in the archive
 * @param listBytes the size of the central directory's variable fields: names, comments, and extra fields twice
 * @param planned the number of pages, attachments and former addresses in the plan
 * @param totalBytes all files together, unpacked
 * @param fileBytes one file, unpacked
 * @param textBytes one Markdown file, with the header of an exported page
 * @param ratio of unpacked to packed size, for files larger than a mebibyte
 * @param depth the number of folders above a file
 */
public record ImportLimits(
        int entries,
        int listBytes,
        int planned,
        long totalBytes,
        long fileBytes,
        long textBytes,
        int ratio,
        int depth) {
    /** Folders in folders. A path of this many has been seen in no handbook. */
    public static final int DEPTH = 30;

    private static final long TEXT = (1L << 20) + (64 << 10);

    /**
     * The standard limits, apart from two. A clone has the names of all files in memory while it plans.
     *
     * @param files in one archive; each may have a folder of its own, or a former address
     * @param totalBytes all files together, unpacked
     */
    static ImportLimits of(int files, long totalBytes) {
        return new ImportLimits(files, 32 << 20, 2 * files, totalBytes, 32L << 20, TEXT, 200, DEPTH);
    }
}
