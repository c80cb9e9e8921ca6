package io.commonplace.attachments;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Media types by file extension. Other files are downloads of type {@link #UNKNOWN}. */
final class MediaTypes {
    static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("json", "application/json"),
            Map.entry("zip", "application/zip"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("ogv", "video/ogg"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("flac", "audio/flac"),
            Map.entry("wav", "audio/wav"));

    private static final Set<String> SHOWN = Set.of(
            "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml", "application/pdf");

    private MediaTypes() {}

    static String of(String path) {
        return BY_EXTENSION.getOrDefault(extension(path), UNKNOWN);
    }

    static boolean isKnown(String path) {
        return !of(path).equals(UNKNOWN);
    }

    /** Whether one may take the place of the other: they have the same type, or at least the same extension. */
    static boolean isSameKind(String one, String other) {
        return extension(one).equals(extension(other)) || (isKnown(one) && of(one).equals(of(other)));
    }

    /** In lower case; empty if there is none. */
    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a browser may show it inline; other files are downloaded. */
    static boolean isShown(String mediaType) {
        return SHOWN.contains(mediaType);
    }
}
