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
    static final MySqlPositions INSTANCE = new MySqlPositions(false);
    private static final MySqlPositions IN_GROUP = new MySqlPositions(true);
    private static final String INTERVAL = ":([1-9]\\d{0,17})(?:-([1-9]\\d{0,17}))?";
    private static final String SOURCE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:" + INTERVAL + ")+";
    private static final Pattern FORM = Pattern.compile(SOURCE + "(?:, ?" + SOURCE + ")*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile(INTERVAL);

    private static final String MEMBERS = " from performance_schema.replication_group_members";

    /**
     * Whether this member of a group is the primary and reaches the majority. One that joins, or was thrown out, does not
     * count, even if it is not read-only.
     */
    private static final String LEADS = "sum(member_id = @@server_uuid and member_role = 'PRIMARY' and member_state ="
            + " 'ONLINE') and sum(member_state <> 'UNREACHABLE') * 2 > count(*)";

    /** Enough for about 15 primaries; a session rarely sees a second one. */
    private static final int MAX_LENGTH = 1000;

    private final boolean inGroup;

    private MySqlPositions(boolean inGroup) {
        this.inGroup = inGroup;
    }

    /** The variable exists only with the plugin. */
    @Override
    public String group() {
        return "select coalesce(max(variable_value), '') from performance_schema.global_variables"
                + " where variable_name = 'group_replication_group_name'";
    }

    @Override
    public Positions ofGroup(String name) {
        return name.isEmpty() ? INSTANCE : IN_GROUP;
    }

    @Override
    public String now() {
        return "select replace(@@global.gtid_executed, '\\n', '')";
    }

    /**
     * The transactions of the server's group; without one, those that this server was the first to write; without those, the
     * full set. A member may have transactions of its own from before it joined.
     */
    @Override
    public String written() {
        return "select coalesce(regexp_substr(@@global.gtid_executed, concat("
                + (inGroup ? "@@global.group_replication_group_name" : "@@server_uuid")
                + ", '(:[0-9]+(-[0-9]+)?)+')), replace(@@global.gtid_executed, '\\n', ''))";
    }

    /** Before 8.0.18, servers accept whole seconds only and round fractions to 0; then the primary is read instead. */
    @Override
    public String await() {
        return "select wait_for_executed_gtid_set(?1, ?2) = 0";
    }

    @Override
    public String readOnly() {
        return inGroup
                ? "select @@global.read_only or coalesce((select not (" + LEADS + ")" + MEMBERS + "), 1)"
                : "select @@global.read_only";
    }

    /** A commit waits for the majority of a group. The variable has another name before 8.0.26. */
    @Override
    public String semiSynchronous() {
        return inGroup
                ? "select count(*) > 1" + MEMBERS + " where member_state = 'ONLINE'"
                : "select count(*) from performance_schema.global_variables where variable_value = 'ON'"
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
