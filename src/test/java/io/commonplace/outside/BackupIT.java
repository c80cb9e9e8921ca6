package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore brings back the state of a moment, row by row, on all servers. */
class BackupIT {
    private static final List<String> TABLES = List.of(
            "space",
            "space_right",
            "page",
            "revision",
            "document",
            "old_path",
            "attachment",
            "content",
            "person",
            "people_group",
            "group_member");

    @TempDir
    private Path directory;

    @AfterEach
    void theClusterIsWholeAgain() {
        Cluster.awaitWhole();
        await("in sync").atMost(Duration.ofMinutes(2)).until(Cluster::isInSync);
    }

    @Tag("thorough")
    @Test
    void aRestoreBringsBackTheStateOfTheBackup() throws SQLException {
        Space kept = spaceWithAPage("kept");
        Map<String, Long> then = checksums(Cluster.primary());
        Command.mustRun("backup", backup());
        Space made = spaceWithAPage("made");
        spoilPagesOf(kept);
        assertThat(checksums(Cluster.primary())).isNotEqualTo(then);

        Command.mustRun("restore", backup(), "--yes");

        assertThat(checksums("database-1")).isEqualTo(then);
        assertThat(checksums("database-2")).isEqualTo(then);
        Visitor visitor = Visitor.administrator();
        assertThat(visitor.get(kept.href("page")).prose()).isEqualTo("Text");
        assertThat(visitor.get(made.href("page")).status()).isEqualTo(404);
        assertThat(spaceWithAPage("next").href()).isNotEmpty();
    }

    @Tag("thorough")
    @Test
    void aRestoreStopsBetweenTwoChanges() throws Exception {
        Command.mustRun("backup", backup());
        Space kept = spaceWithAPage("kept");
        Map<String, Long> then = checksums(Cluster.primary());
        Thread.sleep(1100);
        LocalDateTime moment = LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        Thread.sleep(1100);
        spoilPagesOf(kept);
        Command.mustRun("backup", backup());

        Command.mustRun(
                "restore",
                backup(),
                "--yes",
                "--to",
                moment.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")));

        assertThat(checksums("database-1")).isEqualTo(then);
        assertThat(checksums("database-2")).isEqualTo(then);
        assertThat(Visitor.administrator().get(kept.href("page")).prose()).isEqualTo("Text");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsChanged() throws Exception {
        Command.mustRun("backup", backup());
        Files.writeString(directory.resolve("backup/base.sql.gz"), "damaged");

        Command refused = Command.run("restore", backup(), "--yes");

        assertThat(refused.result()).isNotZero();
        assertThat(refused.output()).contains("is damaged", "nothing was changed");
        assertThat(Cluster.isReady("clone-1")).isTrue();
    }

    private String backup() {
        return directory.resolve("backup").toString();
    }

    private static Space spaceWithAPage(String purpose) {
        Visitor writer = Visitor.administrator();
        Space space = Space.make(writer, purpose);
        space.create(writer, "page", "Text");
        return space;
    }

    private static void spoilPagesOf(Space space) throws SQLException {
        try (Connection connection = Cluster.database();
                var delete = connection.prepareStatement(
                        "update page set title = 'gone', path = concat('gone-', id) where space_id = (select id from space where slug = ?)")) {
            delete.setString(1, space.slug());
            assertThat(delete.executeUpdate()).isPositive();
        }
    }

    /** Not by CHECKSUM TABLE: for a table with generated columns, MariaDB gives different sums for the same rows. */
    private static Map<String, Long> checksums(String database) throws SQLException {
        Map<String, Long> checksums = new TreeMap<>();
        try (Connection connection = Cluster.database(database);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                String columns = string(
                        statement,
                        "select group_concat('coalesce(hex(`', column_name, '`), ''-'')') from information_schema.columns"
                                + " where table_schema = database() and table_name = '" + table + "'");
                String sum = "select coalesce(sum(crc32(concat_ws('|', " + columns + "))), 0) from " + table;
                checksums.put(table, Long.parseLong(string(statement, sum)));
            }
        }
        return checksums;
    }

    private static String string(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
