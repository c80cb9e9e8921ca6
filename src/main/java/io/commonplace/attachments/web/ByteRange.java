package io.commonplace.attachments.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that a browser asks for (RFC 9110, section 14), to play from the middle or to go on with a download.
 *
 * @param from the first byte, counted from 0
 * @param to the last byte; smaller than {@code from} if the file has no such part
 */
record ByteRange(long from, long to) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * The part that a header names; empty for the whole file, which is also the answer to several parts and to what is no
     * range.
     *
     * @param size of the file, in bytes
     */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher range = SINGLE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group().endsWith("=-")) {
            return Optional.empty();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            long last = Math.min(size, Long.parseLong(to));
            return Optional.of(last == 0 ? new ByteRange(size, size - 1) : new ByteRange(size - last, size - 1));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        boolean isBackwards = !to.isEmpty() && Long.parseLong(to) < first;
        return isBackwards ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    boolean isThere() {
        return from <= to;
    }

    long length() {
        return to - from + 1;
    }

    /** For the header {@code Content-Range}. */
    String of(long size) {
        return "bytes " + from + "-" + to + "/" + size;
    }
}
