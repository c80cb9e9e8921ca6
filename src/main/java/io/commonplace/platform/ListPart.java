package io.commonplace.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a long list that a page shows.
 *
 * @param previous whether there are rows before this part
 * @param next whether there are rows after it
 * @param window that was asked for
 */
public record ListPart<T>(
        List<T> rows,
        boolean previous,
        boolean next,
        @Nullable ListWindow<?> window) {
    public static <T> ListPart<T> empty() {
        return new ListPart<>(List.of(), false, false, null);
    }

    /**
     * The address of the rows before this part; empty if there are none.
     *
     * @param list the address of the list, to which a parameter can be added, with the prefix of its name if there is one
     * @param key of a row, as {@link ListWindow} takes it
     */
    public String previousAddress(String list, Function<T, ?> key) {
        if (!previous || window == null) {
            return "";
        }
        return rows.isEmpty() ? list : list + window.backwardsParameter() + "=" + encoded(key.apply(rows.get(0)));
    }

    /** The address of the rows after this part; empty if there are none. The parameters are those of {@link #previousAddress}. */
    public String nextAddress(String list, Function<T, ?> key) {
        return next && window != null && !rows.isEmpty()
                ? list + window.forwardsParameter() + "=" + encoded(key.apply(rows.get(rows.size() - 1)))
                : "";
    }

    private static String encoded(Object key) {
        return URLEncoder.encode(key.toString(), StandardCharsets.UTF_8);
    }
}
