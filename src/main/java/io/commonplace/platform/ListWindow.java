package io.commonplace.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says which part of a long list is wanted, by the key of a row and not by the number of rows before it: an index finds a key at
 * once, however long the list is, and rows that come or go meanwhile shift nothing.
 *
 * @param from the key beside which the part lies; null for the beginning of the list
 * @param backwards whether the rows before the key are wanted, and not those after it
 * @param ascending whether keys become greater in the list
 */
public record ListWindow<K>(@Nullable K from, boolean backwards, boolean ascending) {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    /** The beginning of a list with the newest rows first. */
    public static <K> ListWindow<K> newest() {
        return newestFirst(null, null);
    }

    /** For a list with the newest rows first. @param before the rows older than this; otherwise, those newer than {@code after} */
    public static <K> ListWindow<K> newestFirst(@Nullable K before, @Nullable K after) {
        return before == null && after != null
                ? new ListWindow<>(after, true, false)
                : new ListWindow<>(before, false, false);
    }

    /** For a list in the order of names. @param after the rows behind this one; otherwise, those before {@code before} */
    public static <K> ListWindow<K> alphabetical(@Nullable K before, @Nullable K after) {
        return after == null && before != null
                ? new ListWindow<>(before, true, true)
                : new ListWindow<>(after, false, true);
    }

    /** The order for the query, which begins at the key. */
    public String order() {
        return ascending == backwards ? "desc" : "asc";
    }

    /** How a wanted row's key compares with that of {@link #from}. */
    public String comparison() {
        return ascending == backwards ? "<" : ">";
    }

    /** The end of a JPQL condition with the parameter {@code key}; empty for a window without a key. */
    public String condition(String column) {
        return from == null ? "" : " and " + column + " " + comparison() + " :key";
    }

    /**
     * The same for a list in which several rows can have the same key, and are ordered by a unique column then, with the parameter
     * {@code unique}. The first comparison is implied by the second one, and lets the database use an index.
     */
    public String condition(String column, String unique) {
        return from == null
                ? ""
                : " and %1$s %3$s= :key and (%1$s %3$s :key or %2$s %3$s :unique)"
                        .formatted(column, unique, comparison());
    }

    /**
     * The part of a list that is in memory, in its own order.
     *
     * @param key unique among the rows
     */
    public <T> ListPart<T> in(List<T> list, Function<T, K> key, int size) {
        int at = from == null ? -1 : list.stream().map(key).toList().indexOf(from);
        if (backwards && at >= 0) {
            int first = Math.max(0, at - size);
            return new ListPart<>(list.subList(first, at), first > 0, true, this);
        }
        int end = Math.min(list.size(), at + 1 + size);
        return new ListPart<>(list.subList(at + 1, end), at >= 0, end < list.size(), this);
    }

    String forwardsParameter() {
        return ascending ? AFTER : BEFORE;
    }

    String backwardsParameter() {
        return ascending ? BEFORE : AFTER;
    }

    /**
     * @param found the rows in {@link #order}: one more than {@code size} says that there are more
     * @param size the number of rows in the part
     */
    public <T> ListPart<T> part(List<T> found, int size) {
        boolean more = found.size() > size;
        List<T> rows = new ArrayList<>(more ? found.subList(0, size) : found);
        if (backwards) {
            Collections.reverse(rows);
            return new ListPart<>(rows, more, true, this);
        }
        return new ListPart<>(rows, from != null, more, this);
    }
}
