package io.commonplace.transfer;

/**
 * What an archive may hold. Whoever uploads it may mean harm, or just not know what is in it.
 *
 * @param entries files in the archive
 * @param listBytes what the archive's list of files takes, with its comments and extra fields
 * @param planned pages, files and former addresses that come of them
 * @param totalBytes unpacked, all files together
 * @param fileBytes one file, unpacked
 * @param textBytes one Markdown file
 * @param allTextBytes all Markdown files together; a clone holds them in memory while it plans
 * @param ratio unpacked to packed, for files of more than a mebibyte
 * @param depth folders above a file
 */
public record ImportLimits(
        int entries,
        int listBytes,
        int planned,
        long totalBytes,
        long fileBytes,
        long textBytes,
        long allTextBytes,
        int ratio,
        int depth) {
    public static final ImportLimits STANDARD =
            new ImportLimits(20_000, 16 << 20, 40_000, 1L << 30, 32L << 20, 1L << 20, 24L << 20, 200, 30);
}
