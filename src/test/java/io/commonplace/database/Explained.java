package io.commonplace.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database's plan for a statement, table by table, and its problems. */
final class Explained {
    /** Tables that have some hundred rows at most, or are read as a whole. */
    static final Map<String, String> SMALL = Map.of(
            "space", "some hundred; their list shows them all",
            "people_group", "some hundred; the rights table has them all",
            "space_right", "read as a whole, once, into each clone's memory",
            "id_block", "one row",
            "heartbeat", "one row for each clone");

    /** Tables of which a query needs nearly all rows: a page is without its text only during an import. */
    private static final Set<String> NEARLY_ALL = Set.of("page");

    /** The number of rows that may be read or sorted. */
    private static final long FEW = 500;

    private static final Pattern ALIAS =
            Pattern.compile("(?:\\bfrom|\\bjoin|,)\\s+(\\w+)\\s+(?:as\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);

    private final List<Step> steps = new ArrayList<>();

    private Explained() {}

    static Explained of(Connection connection, String sql, List<?> parameters) throws SQLException {
        Map<String, String> aliases = new HashMap<>();
        for (Matcher alias = ALIAS.matcher(sql); alias.find(); ) {
            aliases.put(alias.group(2), alias.group(1));
        }
        Explained explained = new Explained();
        try (PreparedStatement statement = connection.prepareStatement("explain " + sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    explained.steps.add(Step.of(row, aliases));
                }
            }
        }
        return explained;
    }

    /** Empty if every growing table is read by an index, and nothing large is sorted. */
    List<String> objections() {
        return steps.stream().flatMap(step -> step.objections().stream()).toList();
    }

    @Override
    public String toString() {
        return steps.toString();
    }

    /** One row of the plan; a row without a table ("no matching row") reads nothing. */
    private record Step(String table, String type, String possible, String key, long rows, String extra) {
        static Step of(ResultSet row, Map<String, String> aliases) throws SQLException {
            String table = text(row, "table");
            return new Step(
                    aliases.getOrDefault(table, table).toLowerCase(Locale.ROOT),
                    text(row, "type"),
                    text(row, "possible_keys"),
                    text(row, "key"),
                    row.getLong("rows"),
                    text(row, "Extra"));
        }

        List<String> objections() {
            List<String> found = new ArrayList<>();
            if (table.isEmpty() || SMALL.containsKey(table) || isDerived()) {
                return found;
            }
            if (type.equals("ALL") && NEARLY_ALL.contains(table) && !possible.isEmpty()) {
                // It has an index, but one space has most of these few rows, so that a scan is cheaper.
                return found;
            }
            if (type.equals("ALL")) {
                found.add("reads the whole table " + table);
            } else if (type.equals("index") && rows > FEW) {
                found.add("reads a whole index of " + table + ", " + rows + " rows");
            } else if (type.equals("index") && extra.contains("Using where") && !NEARLY_ALL.contains(table)) {
                found.add("goes through an index of " + table + " until it has found enough");
            }
            if ((extra.contains("filesort") || extra.contains("temporary")) && rows > FEW) {
                found.add("sorts " + rows + " rows of " + table);
            }
            return found;
        }

        /** A subquery's few rows; how the subquery reads its table is a step of its own. */
        private boolean isDerived() {
            return table.startsWith("<") && rows <= FEW;
        }

        private static String text(ResultSet row, String column) throws SQLException {
            String value = row.getString(column);
            return value == null ? "" : value;
        }

        @Override
        public String toString() {
            return table + " by " + (key.isEmpty() ? "-" : key) + " (" + type + ", " + rows + " rows"
                    + (extra.isEmpty() ? "" : ", " + extra) + ")";
        }
    }
}
