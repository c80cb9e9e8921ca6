package io.commonplace.platform.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Addresses and the kinds of their requests, as the features declare them ({@link RequestKinds}). An address stands for
 * itself. With a star at its end, as in {@code /jobs/*}, it also stands for all below it; with a part after the star, for
 * those below it that end with that part.
 */
public final class RequestKindTable {
    private final Map<String, RequestKind> read = new HashMap<>();
    private final Map<String, RequestKind> written = new HashMap<>();

    /** Addresses whose requests are of one kind, whatever their method. */
    public RequestKindTable add(RequestKind kind, String... addresses) {
        return add(kind, kind, addresses);
    }

    /** Addresses with a form. @param read of what shows it @param written of what sends it */
    public RequestKindTable add(RequestKind read, RequestKind written, String... addresses) {
        for (String address : addresses) {
            if (this.read.putIfAbsent(address, read) != null) {
                throw new IllegalStateException("Two features declare " + address);
            }
            this.written.put(address, written);
        }
        return this;
    }

    /** @param path decoded, as {@link RequestPath} gives it */
    RequestKind of(String method, String path) {
        RequestKind found = find(CsrfDecision.isUnsafe(method) ? written : read, path.isEmpty() ? "/" : path);
        return found == null ? RequestKind.OTHER : found;
    }

    private static @Nullable RequestKind find(Map<String, RequestKind> kinds, String path) {
        RequestKind exact = kinds.get(path);
        if (exact != null) {
            return exact;
        }
        int end = path.indexOf('/', 1);
        String below = (end < 0 ? path : path.substring(0, end)) + "/*";
        RequestKind byEnd = kinds.get(below + path.substring(path.lastIndexOf('/')));
        return byEnd == null ? kinds.get(below) : byEnd;
    }
}
