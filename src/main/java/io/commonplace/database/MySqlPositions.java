package io.commonplace.database;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MySQL's sets of global transaction identifiers. A server's full set names every server that was ever the primary; in a
 * group, the group itself is the source of all transactions. For the position of a commit, the part of the group or of the
 * current primary is enough: a replica that has applied it has applied everything before, if it commits in the primary's
 * order ({@code replica_preserve_commit_order}, the default since 8.0.27).
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/replication-gtids-concepts.html">MySQL: GTID Format and Storage</a>
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/group-replication.html">MySQL: Group Replication</a>
 */
final class MySqlPositions implements Positions {
    static final MySqlPositions INSTANCE = new MySqlPositions();
    private static final String INTERVAL = ":([1-9]\\d{0,17})(?:-([1-9]\\d{0,17}))?";
    private static final String SOURCE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:" + INTERVAL + ")+";
    private static final Pattern FORM = Pattern.compile(SOURCE + "(?:, ?" + SOURCE + ")*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile(INTERVAL);

    /** Without a group the table is empty. */
    private static final String MEMBERS = " from performance_schema.replication_group_members";

    /**
     * Whether this member of a group is the primary and reaches the majority. One that joins, or was thrown out, does not
     * count, even if it is not read-only.
     */
    private static final String LEADS = "sum(member_id = @@server_uuid and member_role = 'PRIMARY' and member_state ="
            + " 'ONLINE') and sum(member_state <> 'UNREACHABLE') * 2 > count(*)";

    /** Enough for about 15 primaries; a session rarely sees a second one. */
    private static final int MAX_LENGTH = 1000;

    private MySqlPositions() {}

    @Override
    public String now() {
        return "select replace(@@global.gtid_executed, '\\n', '')";
    }

    /**
     * The transactions of the server's group; without one, those that this server was the first to write; without those, the
     * full set. A member's own transactions, from before it joined, never change.
     */
    @Override
    public String written() {
        return "select coalesce("
                + of("(select nullif(variable_value, '') from performance_schema.global_variables"
                        + " where variable_name = 'group_replication_group_name')")
                + ", " + of("@@server_uuid")
                + ", replace(@@global.gtid_executed, '\\n', ''))";
    }

    private static String of(String source) {
        return "regexp_substr(@@global.gtid_executed, concat(" + source + ", '(:[0-9]+(-[0-9]+)?)+'))";
    }

    /** Before 8.0.18, servers accept whole seconds only and round fractions to 0; then the primary is read instead. */
    @Override
    public String await() {
        return "select wait_for_executed_gtid_set(?1, ?2) = 0";
    }

    @Override
    public String readOnly() {
        return "select @@global.read_only or coalesce((select not (" + LEADS + ")" + MEMBERS + "), 0)";
    }

    /**
     * A commit waits for the majority of the group. The variable exists only with the plugin, and has another name before
     * 8.0.26.
     */
    @Override
    public String semiSynchronous() {
        return "select (select count(*)" + MEMBERS + " where member_state = 'ONLINE') > 1"
                + " or exists (select 1 from performance_schema.global_variables where variable_value = 'ON'"
                + " and variable_name in ('rpl_semi_sync_source_enabled', 'rpl_semi_sync_master_enabled'))";
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
