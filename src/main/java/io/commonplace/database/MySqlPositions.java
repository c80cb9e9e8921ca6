package io.commonplace.database;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MySQL's sets of global transaction identifiers. A server's full set names every server that was ever the primary. For the
 * position of a commit, the current primary's part is enough: a replica that has applied it has applied everything before,
 * if it commits in the primary's order ({@code replica_preserve_commit_order}, the default since 8.0.27).
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/replication-gtids-concepts.html">MySQL: GTID Format and Storage</a>
 */
final class MySqlPositions implements Positions {
    static final MySqlPositions INSTANCE = new MySqlPositions();
    private static final String INTERVAL = ":([1-9]\\d{0,17})(?:-([1-9]\\d{0,17}))?";
    private static final String SOURCE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:" + INTERVAL + ")+";
    private static final Pattern FORM = Pattern.compile(SOURCE + "(?:, ?" + SOURCE + ")*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile(INTERVAL);

    /** Enough for about 15 primaries; a session rarely sees a second one. */
    private static final int MAX_LENGTH = 1000;

    private MySqlPositions() {}

    @Override
    public String now() {
        return "select replace(@@global.gtid_executed, '\\n', '')";
    }

    /** The transactions that this server was the first to write; the full set if there are none. */
    @Override
    public String written() {
        return "select coalesce(regexp_substr(@@global.gtid_executed, concat(@@server_uuid, '(:[0-9]+(-[0-9]+)?)+')),"
                + " replace(@@global.gtid_executed, '\\n', ''))";
    }

    /** Before 8.0.18, servers accept whole seconds only and round fractions to 0; then the primary is read instead. */
    @Override
    public String await() {
        return "select wait_for_executed_gtid_set(?1, ?2) = 0";
    }

    /** The variable exists only with the plugin, and has another name before 8.0.26. */
    @Override
    public String semiSynchronous() {
        return "select count(*) from performance_schema.global_variables where variable_value = 'ON'"
                + " and variable_name in ('rpl_semi_sync_source_enabled', 'rpl_semi_sync_master_enabled')";
    }

    @Override
    public String later(String one, String other) {
        return GtidSet.parse(one).union(GtidSet.parse(other)).toString();
    }

    @Override
    public boolean contains(String reached, String needed) {
        return GtidSet.parse(reached).contains(GtidSet.parse(needed));
    }

    @Override
    public boolean isPosition(String text) {
        return text.length() <= MAX_LENGTH
                && FORM.matcher(text).matches()
                && NUMBERS.matcher(text)
                        .results()
                        .allMatch(interval -> isInOrder(interval.group(1), interval.group(2)));
    }

    private static boolean isInOrder(String first, @Nullable String last) {
        return last == null || Long.parseLong(first) <= Long.parseLong(last);
    }
}
