package io.commonplace.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.database.Migrations;
import io.commonplace.database.Positions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A group of MySQL servers on three hosts, set up by {@code database/mysql}, while clients write and read through the balancer
 * and by the application's routing. Whatever happens to the hosts: no acknowledged write is lost, no read returns an old value.
 */
class GroupIT {
    private static final int MIB = 1 << 20;
    private GroupCrowd crowd = new GroupCrowd();

    /** As three clones that start at once. */
    @BeforeAll
    static void theMigrationsRunOnce() throws Exception {
        Group.awaitWhole();
        Callable<Integer> clone = () -> Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(Group.schema())
                .load()
                .migrate()
                .migrationsExecuted;
        ExecutorService clones = Executors.newFixedThreadPool(3);
        int executed = 0;
        for (Future<Integer> one : clones.invokeAll(List.of(clone, clone, clone))) {
            executed += one.get();
        }
        clones.shutdown();
        System.out.printf("Three clones at once applied %d migrations%n", executed);
        GroupCrowd.prepare();
    }

    @BeforeEach
    void begin() {
        Group.awaitWhole();
        crowd = new GroupCrowd();
        crowd.begin();
        pause(5);
    }

    @AfterEach
    void end() {
        crowd.close();
    }

    @Test
    void aPrimaryThatDiesIsReplaced() throws SQLException {
        String primary = Group.primary();
        Group.lab("signal", primary, "KILL");
        pause(20);
        Group.lab("boot", primary);
        check("The primary killed", 15);
    }

    @Test
    void aPrimaryThatWasFrozenServesNothingOld() throws SQLException {
        String primary = Group.primary();
        Group.lab("signal", primary, "STOP");
        pause(15);
        Group.lab("signal", primary, "CONT");
        pause(15);
        check("The primary frozen for 15 s", 15);
    }

    /** Clients still reach it; it does not reach the other members. */
    @Test
    void aPrimaryThatIsCutOffSavesNothing() throws SQLException {
        String primary = Group.primary();
        List<String> others = Group.others(primary);
        Group.lab("cut", primary, others.get(0), others.get(1));
        pause(25);
        Group.lab("heal", primary);
        check("The primary cut off for 25 s", 15);
    }

    /**
     * Past the balancer, which would cut the connections before the primary gives its open commits up. Whether a refused one
     * is saved all the same is not promised, only printed.
     */
    @Test
    void aPrimaryThatIsCutOffEndsItsOpenCommits() throws Exception {
        String primary = Group.primary();
        List<String> others = Group.others(primary);
        Set<Long> refused = ConcurrentHashMap.newKeySet();
        ExecutorService writers = Executors.newFixedThreadPool(16);
        long first = System.currentTimeMillis();
        for (int i = 0; i < 16; i++) {
            long from = first + i * 1_000_000_000L;
            var unused = writers.submit(() -> writeUntilRefused(primary, from, refused));
        }
        pause(2);
        Group.lab("cut", primary, others.get(0), others.get(1));
        pause(25);
        Group.lab("heal", primary);
        writers.shutdown();
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        check(
                "The primary cut off for 25 s, " + refused.size() + " commits refused to connections past the balancer",
                15);
        assertThat(refused).isNotEmpty();
        refused.retainAll(GroupCrowd.rows(primary));
        assertThat(refused).as("refused and saved").isEmpty();
    }

    private static void writeUntilRefused(String primary, long from, Set<Long> refused) {
        long number = from;
        try (Connection connection = Group.patient(primary).getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into acknowledged (number) values (?)")) {
            while (number >= from) {
                insert.setLong(1, ++number);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            System.out.println("A connection past the balancer ends with " + e.getErrorCode() + ": " + e.getMessage());
            if (e.getErrorCode() == GroupCrowd.NOT_AGREED) {
                refused.add(number);
            }
        }
    }

    @Test
    void anotherPrimaryByCommand() throws SQLException {
        String next = Group.others(Group.primary()).get(0);
        Group.Result done = Group.command("data-1", "switch-primary", Group.address(next));
        assertThat(done.result()).as(done.output()).isZero();
        pause(8);
        assertThat(Group.primary()).isEqualTo(next);
        check("Another primary by command", 5);
    }

    @Test
    void withOneOfThreeNothingIsSavedAndReadsGoOn() throws SQLException {
        String primary = Group.primary();
        List<String> others = Group.others(primary);
        others.forEach(host -> Group.lab("signal", host, "KILL"));
        pause(25);
        Group.Result state = Group.command("data-1", "status");
        assertThat(state.output()).contains("There is no primary: nothing can be saved");
        assertThat(Sql.text(Group.member(primary), "select value from latest where id = 1"))
                .as("a read from the last member")
                .isNotNull();
        others.forEach(host -> Group.lab("boot", host));
        // The one does not let the others in again, so the group starts as after a full stop.
        startGroup();
        check("Two of three gone for 25 s, and the group started again", 600);
    }

    @Test
    void aGroupThatLostItsPowerStartsWithoutALoss() throws SQLException {
        Group.HOSTS.forEach(host -> Group.lab("signal", host, "KILL"));
        pause(3);
        Group.HOSTS.forEach(host -> Group.lab("boot", host));
        startGroup();
        check("All three killed at once, and the group started again", 600);
    }

    @Test
    void aGroupIsNotStartedWithoutAMemberThatMayHaveMore() throws SQLException {
        Group.HOSTS.forEach(host -> Group.lab("signal", host, "KILL"));
        pause(3);
        Group.lab("boot", "data-1");
        Group.lab("boot", "data-2");
        Group.Result refused = Group.command("data-1", "start-group");
        assertThat(refused.result()).isEqualTo(1);
        assertThat(refused.output()).contains("10.78.0.33 does not answer");
        Group.lab("boot", "data-3");
        startGroup();
        check("Killed at once, and a start without one of them refused", 600);
    }

    @Test
    void aMemberWithANewDiskCopiesAnotherWhileAllGoesOn() throws SQLException {
        String lost = Group.others(Group.primary()).get(1);
        Group.lab("signal", lost, "KILL");
        pause(3);
        Group.lab("wipe", lost);
        Group.lab("boot", lost);
        Group.Result joined = Group.command(lost, "join");
        assertThat(joined.result()).as(joined.output()).isZero();
        check("A secondary with a new disk", 5);
    }

    @Test
    void allMembersRestartOneAfterTheOther() throws SQLException {
        String primary = Group.primary();
        List<String> others = Group.others(primary);
        others.forEach(GroupIT::restart);
        Group.Result done = Group.command("data-1", "switch-primary", Group.address(others.get(0)));
        assertThat(done.result()).as(done.output()).isZero();
        restart(primary);
        check("All members restarted, one after the other", 5);
    }

    /** More than a group takes in one transaction, if the removed columns were logged. */
    @Test
    void manyFilesAreStoredAndDeleted() throws SQLException {
        byte[] bytes = new byte[32 * MIB];
        try (Connection connection = Group.balanced().getConnection()) {
            for (int i = 0; i < 6; i++) {
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into content (hash, size, bytes) values (?, ?, ?)")) {
                    insert.setString(1, "f" + i);
                    insert.setInt(2, bytes.length);
                    insert.setBytes(3, bytes);
                    insert.executeUpdate();
                }
            }
            try (Statement delete = connection.createStatement()) {
                assertThat(delete.executeUpdate("delete from content")).isEqualTo(6);
            }
        }
        check("Six files of 32 MB stored, and deleted at once", 5);
    }

    /** As of a frozen clone, with the setting of the application's pool: MySQL has none for transactions. */
    @Test
    void aTransactionThatIsIdleEnds() throws SQLException {
        try (Connection frozen = Group.balanced().getConnection()) {
            try (Statement statement = frozen.createStatement()) {
                statement.execute("set wait_timeout = 2");
                frozen.setAutoCommit(false);
                statement.executeUpdate("insert into acknowledged (number) values (1)");
            }
            pause(4);
            Sql.update(Group.balanced(), "insert into acknowledged (number) values (1)");
            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
        }
        Sql.update(Group.balanced(), "delete from acknowledged where number = 1");
    }

    /** The group and its certification find rows by their keys. */
    @Test
    void everyTableHasAPrimaryKey() throws SQLException {
        assertThat(Objects.requireNonNullElse(
                        Sql.text(
                                Group.schema(),
                                "select group_concat(t.table_name) from information_schema.tables t"
                                        + " left join information_schema.table_constraints c on c.table_schema = t.table_schema"
                                        + " and c.table_name = t.table_name and c.constraint_type = 'PRIMARY KEY'"
                                        + " where t.table_schema = 'commonplace' and c.constraint_name is null"),
                        ""))
                .isEmpty();
    }

    /** Even if the member had transactions of its own. */
    @Test
    void aPositionNamesTheGroup() throws SQLException {
        assertThat(Sql.text(Group.balanced(), Positions.ofServer("9").group())).isEqualTo(Group.NAME);
        Positions positions = Group.POSITIONS;
        String position = Objects.requireNonNull(Sql.text(Group.balanced(), positions.written()));
        assertThat(position).startsWith(Group.NAME + ":1-").hasSizeLessThan(60);
        assertThat(Sql.text(Group.member(Group.primary()), positions.readOnly()))
                .isEqualTo("0");
        assertThat(Sql.text(Group.member(Group.primary()), positions.semiSynchronous()))
                .isEqualTo("1");
        for (String host : Group.others(Group.primary())) {
            assertThat(Sql.text(Group.member(host), positions.readOnly())).isEqualTo("1");
        }
    }

    private static void restart(String host) {
        Group.lab("signal", host, "TERM");
        Awaitility.await(host + " has stopped")
                .atMost(Duration.ofMinutes(2))
                .until(() -> Group.command("data-1", "status")
                        .output()
                        .lines()
                        .anyMatch(line -> line.startsWith(Group.address(host)) && line.contains("does not answer")));
        pause(2);
        Group.lab("boot", host);
        Group.awaitWhole();
    }

    private static void startGroup() {
        Awaitility.await("the group is stopped as a whole")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    Group.Result started = Group.command("data-1", "start-group");
                    System.out.print(started.output());
                    return started.result() == 0;
                });
    }

    /** @param seconds the longest time without a write */
    private void check(String what, long seconds) throws SQLException {
        Group.awaitWhole();
        pause(5);
        crowd.close();
        System.out.println(what + ": " + crowd.report());
        Awaitility.await("all members have the same")
                .atMost(Duration.ofMinutes(1))
                .until(() -> states().size() == 1);
        for (String host : Group.HOSTS) {
            assertThat(crowd.lostAt(host)).as("acknowledged, lost at " + host).isEmpty();
        }
        assertThat(crowd.old()).isEmpty();
        assertThat(crowd.written()).isPositive();
        assertThat(crowd.longestGap()).isLessThan(Duration.ofSeconds(seconds));
    }

    /** The rows and positions of the members. */
    private static Set<String> states() throws SQLException {
        Set<String> states = new TreeSet<>();
        for (String host : Group.HOSTS) {
            states.add(
                    Sql.text(
                            Group.member(host),
                            "select concat(count(*), ' ', bit_xor(crc32(number)), ' ', @@global.gtid_executed) from acknowledged"));
        }
        return states;
    }

    private static void pause(int seconds) {
        Group.pause(Duration.ofSeconds(seconds));
    }
}
