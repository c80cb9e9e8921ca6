package io.commonplace.database;

import java.util.regex.Pattern;

/**
 * MariaDB's global transaction identifiers, {@code domain-server-sequence}, of one domain. A new primary continues the
 * sequence of the old one, so comparing the sequences is enough.
 *
 * @see <a href="https://mariadb.com/kb/en/gtid/">MariaDB: Global Transaction ID</a>
 */
final class MariaDbPositions implements Positions {
    static final MariaDbPositions INSTANCE = new MariaDbPositions();
    private static final Pattern FORM = Pattern.compile("\\d{1,10}-\\d{1,10}-\\d{1,18}");

    private MariaDbPositions() {}

    @Override
    public String group() {
        return "select ''";
    }

    @Override
    public Positions ofGroup(String name) {
        return this;
    }

    /** On a primary the position that it has written, on a replica the one that it has applied. */
    @Override
    public String now() {
        return "select @@global.gtid_current_pos";
    }

    @Override
    public String written() {
        return now();
    }

    @Override
    public String await() {
        return "select master_gtid_wait(?1, ?2) = 0";
    }

    @Override
    public String readOnly() {
        return "select @@global.read_only";
    }

    @Override
    public String semiSynchronous() {
        return "select @@rpl_semi_sync_master_enabled";
    }

    @Override
    public String later(String one, String other) {
        return sequence(one) >= sequence(other) ? one : other;
    }

    @Override
    public boolean contains(String reached, String needed) {
        return sequence(reached) >= sequence(needed);
    }

    @Override
    public boolean isPosition(String text) {
        return FORM.matcher(text).matches();
    }

    private static long sequence(String position) {
        return Long.parseLong(position.substring(position.lastIndexOf('-') + 1));
    }
}
