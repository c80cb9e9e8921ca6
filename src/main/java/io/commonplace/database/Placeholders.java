package io.commonplace.database;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Placeholders for the parameters of native queries, which are numbered from 1. */
public final class Placeholders {
    private Placeholders() {}

    /** Rows to insert in one statement: {@code (?1, ?2), (?3, ?4)}. */
    public static String rows(int rows, int columns) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "(" + list(row * columns + 1, columns) + ")")
                .collect(Collectors.joining(", "));
    }

    /** @param first the number of the first one */
    public static String list(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> "?" + number)
                .collect(Collectors.joining(", "));
    }
}
