package io.commonplace.attachments.text;

/**
 * What the process that reads a file may take.
 *
 * @param mebibytes of its Java heap; the process takes about 100 more
 * @param seconds until it is ended
 * @param characters of the text; what follows is left out
 */
record ExtractionLimits(int mebibytes, int seconds, int characters) {
    /** Two to six megabytes in the database. */
    static final int MAX_CHARACTERS = 1_000_000;
}
