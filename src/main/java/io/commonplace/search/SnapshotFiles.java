package io.commonplace.search;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of an index: names, and lengths in bytes. The text of it has a line for each file. */
record SnapshotFiles(Map<String, Long> lengths) {
    static final int MAX_FILES = 10_000;

    /** Stricter than Lucene's own pattern for its files, which allows slashes. */
    private static final Pattern LINE = Pattern.compile(
            "(\\d{1,14}) (segments_[a-z0-9]{1,13}|_[a-z0-9]{1,13}(?:_[A-Za-z0-9]{1,40}){0,3}\\.[a-z0-9]{1,8})");

    SnapshotFiles {
        lengths = Map.copyOf(lengths);
    }

    /** @throws IOException if the text names anything but files of an index */
    static SnapshotFiles parse(String text) throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        for (String line : text.split("\n", MAX_FILES + 1)) {
            Matcher file = LINE.matcher(line);
            if (!file.matches()) {
                throw new IOException("This is no file of an index: " + line);
            }
            lengths.put(file.group(2), Long.parseLong(file.group(1)));
        }
        return new SnapshotFiles(lengths);
    }

    /** The total length. */
    long bytes() {
        return lengths.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public String toString() {
        return lengths.entrySet().stream()
                .map(file -> file.getValue() + " " + file.getKey())
                .collect(Collectors.joining("\n"));
    }
}
