package io.commonplace.transfer;

/**
 * Limits for archives, which may be malicious or larger than the person knows.
 *
 * @param entries the number of files in the archive
 * @param listBytes the size of the central directory's variable fields: names, extra fields and comments
 * @param planned the number of pages, attachments and former addresses in the plan
 * @param totalBytes all files together, unpacked
 * @param fileBytes one file, unpacked
 * @param textBytes one Markdown file, with the header of an exported page
 * @param allTextBytes all Markdown files together; a clone has them in memory during planning
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
        long allTextBytes,
        int ratio,
        int depth) {
    private static final long TEXT = (1L << 20) + (64 << 10);

    public static final ImportLimits STANDARD =
            new ImportLimits(20_000, 16 << 20, 40_000, 1L << 30, 32L << 20, TEXT, 24L << 20, 200, 30);
}
