package io.commonplace.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The options of the command.
 *
 * @param operations the minimum number of operations
 * @param faults names, or {@code all}, {@code cheap} or {@code none}
 * @param rate operations per second, if the site is fast enough
 * @param writing the percentage of operations that save a text
 * @param hot the share of operations on a few hot pages, 0 to 1
 * @param json the file for the result; empty for none
 */
record Options(
        int operations, int people, String faults, long seed, double rate, double writing, double hot, String json) {
    private static final List<String> NAMES =
            List.of("--operations", "--people", "--faults", "--seed", "--rate", "--writing", "--hot", "--json");

    /** @throws IllegalArgumentException with a message for the person */
    static Options of(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!NAMES.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "can't use " + arguments.get(i) + "; known, each with a value: " + NAMES);
            }
        }
        return new Options(
                (int) number(arguments, "--operations", 100_000),
                (int) number(arguments, "--people", 200),
                value(arguments, "--faults").orElse("all"),
                (long) number(arguments, "--seed", System.nanoTime() % 1_000_000),
                number(arguments, "--rate", 150),
                number(arguments, "--writing", 5),
                number(arguments, "--hot", 0.4),
                value(arguments, "--json").orElse(""));
    }

    private static double number(List<String> arguments, String name, double otherwise) {
        String value = value(arguments, name).orElse(null);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number, not " + value, e);
        }
    }

    private static Optional<String> value(List<String> arguments, String name) {
        int at = arguments.lastIndexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    static Options of(String... arguments) {
        return of(Arrays.asList(arguments));
    }
}
