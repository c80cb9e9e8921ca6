package io.commonplace.database;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * MySQL's sets of global transaction identifiers, {@code source:1-n} of each server that was ever the primary. A server
 * applies in order, so of each source the highest number says all.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/replication-gtids-concepts.html">MySQL: GTID Format and Storage</a>
 */
final class MySqlPositions implements Positions {
    static final MySqlPositions INSTANCE = new MySqlPositions();
    private static final String SOURCE =
            "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?::\\d{1,18}(?:-\\d{1,18})?)+";
    private static final Pattern FORM = Pattern.compile(SOURCE + "(?:,\\s*" + SOURCE + ")*");
    private static final int LONGEST = 1000;

    private MySqlPositions() {}

    @Override
    public String now() {
        return "select replace(@@global.gtid_executed, '\\n', '')";
    }

    @Override
    public String await() {
        return "select wait_for_executed_gtid_set(?1, ?2) = 0";
    }

    @Override
    public String semiSynchronous() {
        return "select 0";
    }

    @Override
    public String later(String one, String other) {
        Map<String, Long> highest = new HashMap<>(highest(one));
        highest(other).forEach((source, number) -> highest.merge(source, number, Math::max));
        return String.join(
                ",",
                highest.entrySet().stream()
                        .map(entry -> entry.getKey() + ":1-" + entry.getValue())
                        .sorted()
                        .toList());
    }

    @Override
    public boolean contains(String reached, String needed) {
        Map<String, Long> there = highest(reached);
        return highest(needed).entrySet().stream()
                .allMatch(entry -> there.getOrDefault(entry.getKey(), 0L) >= entry.getValue());
    }

    @Override
    public boolean isPosition(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    private static Map<String, Long> highest(String set) {
        Map<String, Long> highest = new HashMap<>();
        for (String part : set.split(",")) {
            String source = part.strip();
            long number =
                    Long.parseLong(source.substring(Math.max(source.lastIndexOf(':'), source.lastIndexOf('-')) + 1));
            highest.merge(source.substring(0, source.indexOf(':')), number, Math::max);
        }
        return highest;
    }
}
