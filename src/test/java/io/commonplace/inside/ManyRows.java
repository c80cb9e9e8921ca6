package io.commonplace.inside;

import io.commonplace.database.Ids;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Rows like those of a site that has been used for years: some thousand in each growing table, so that the database chooses
 * the same plans. All rows are old and are deleted afterwards, so that they don't affect other tests.
 */
@ApplicationScoped
public class ManyRows {
    /** 0 to 9999. */
    private static final String NUMBERS =
            "(select a.d + 10 * b.d + 100 * c.d + 1000 * e.d as n from @ a, @ b, @ c, @ e) numbers"
                    .replace(
                            "@",
                            "(select 0 d union select 1 union select 2 union select 3 union select 4 union select 5"
                                    + " union select 6 union select 7 union select 8 union select 9)");

    private static final String OLD = "'2001-01-01 00:00:00.000000'";
    private static final int SIZE = 10_000;

    @Resource(lookup = "jdbc/rw")
    private DataSource primary;

    @Inject
    private Ids ids;

    private long first;

    /** Inserts some rows into {@code spaceId}, with a long history of its page {@code pageId}, and most rows into {@code other}. */
    public void fill(long spaceId, long pageId, long other) throws SQLException {
        first = ids.block(SIZE);
        insert(
                "page (id, space_id, path, title, source_path, document_id, revision_number, changed_by,"
                        + " changed_by_name, changed_at, version)",
                first + " + n, if(n < 800, " + spaceId + ", " + other
                        + "), concat('many/', n), concat('Many ', n), '', " + first + " + n, 1, 0,"
                        + " 'Nobody', date_add(" + OLD + ", interval n second), 1",
                4000);
        insert(
                "document (id, page_id, revision_number, html, outline, has_code)",
                first + " + n, " + first + " + n, 1, 'Text', '', 0",
                4000);
        insert(
                "revision (id, page_id, number, title, markdown, comment, author_id, author_name, created_at)",
                first + " + n, if(n < 1000, " + pageId + ", " + first + " + n), n + 100, 'Many', 'Text', '', 0,"
                        + " 'Nobody', " + OLD,
                4000);
        insert("old_path (space_id, path, page_id)", spaceId + ", concat('before/', n), " + first + " + n", 2000);
        insert("content (hash, size, bytes)", "sha2(concat(" + first + ", n), 256), 4, 'Many'", 2000);
        insert(
                "attachment (id, space_id, page_id, path, name, media_type, size, hash, version)",
                first + " + n, " + spaceId + ", if(n < 50, " + pageId + ", " + first
                        + " + n), concat('files/', n), concat('Many ', n), 'text/plain', 4, sha2(concat(" + first
                        + ", n), 256), 1",
                3000);
        insert(
                "page_link (page_id, number, space_id, kind, written, section, target_id, state)",
                first + " + n, 0, " + spaceId + ", 'INSIDE', 'page.md', '', if(n < 500, " + pageId + ", " + first
                        + " + n), if(n % 10 = 0, 'BROKEN', 'FOUND')",
                4000);
        fillFiles(spaceId, pageId);
        fillPeople();
        fillJobs();
        analyze();
    }

    private void fillFiles(long spaceId, long pageId) throws SQLException {
        insert(
                "file_version (attachment_id, number, size, hash)",
                first + " + if(n < 200, 0, n), n + 1, 4, sha2(concat(" + first + ", n % 2000), 256)",
                4000);
        insert(
                "file_alias (space_id, path, name, attachment_id)",
                spaceId + ", concat('before/', n), concat('Before ', n), " + first + " + n",
                2000);
        insert(
                "trashed_file (id, space_id, page_id, path, size, hash, deleted_by, deleted_by_name, deleted_at)",
                first + " + 5000 + n, " + spaceId + ", if(n < 100, " + pageId + ", " + first
                        + " + n), concat('gone/', n), 4, sha2(concat(" + first
                        + ", n % 2000), 256), 0, 'Nobody', date_add(" + OLD + ", interval n second)",
                2000);
        insert(
                "page_event (id, page_id, kind, subject, detail, author_id, author_name, created_at)",
                first + " + n, if(n < 1000, " + pageId + ", " + first
                        + " + n), 'FILE_ADDED', 'Many', '', 0, 'Nobody', date_add(" + OLD + ", interval n second)",
                4000);
    }

    private void fillPeople() throws SQLException {
        insert(
                "person (id, name, display_name, password_hash, active, created_at, version)",
                first + " + n, concat('many-', " + first + ", '-', n), concat('Many ', n), '', 0, " + OLD + ", 1",
                2000);
        insert("people_group (id, name, version)", first + " + n, concat('many-', " + first + ", '-', n), 1", 20);
        insert("group_member (group_id, person_id)", first + " + n % 20, " + first + " + n", 2000);
    }

    private void fillJobs() throws SQLException {
        insert(
                "job (id, kind, title, state, payload, done, total, result, cancel_requested, created_by, created_at,"
                        + " version)",
                first
                        + " + n, 'import', 'Many', 'DONE', '{\"spaceId\":1,\"spaceSlug\":\"many\",\"uploadId\":1,\"fileName\":\"x\",\"authorId\":1,\"authorName\":\"x\"}', 1, 1, '', 0, 'many', date_add("
                        + OLD + ", interval n second), 1",
                4000);
        insert(
                "job_step (id, job_id, name, first_item, last_item, state, token, worker, attempts, wake_at)",
                first + " + n, " + first + " + n div 2, 'pages', 0, 1, 'DONE', 1, 'clone-1@1', 1, " + OLD,
                8000);
        insert(
                "job_note (id, job_id, severity, subject, message)",
                first + " + n, " + first
                        + " + if(n < 200, 0, n), if(n % 2 = 0, 'PROBLEM', 'HINT'), concat('file ', n), ''",
                4000);
    }

    public Connection connection() throws SQLException {
        return primary.getConnection();
    }

    /** A job with many notes. */
    public long job() {
        return first;
    }

    /** An attachment's address. */
    public String file() throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select concat('/files/', id, '/', left(hash, 12), '/x') from attachment where id = "
                                + first)) {
            row.next();
            return row.getString(1);
        }
    }

    /** The address of a version of an attachment. */
    public String version() {
        return "/files/" + first + "/versions/7/x";
    }

    /** The address of the page about an attachment with many versions. */
    public String details() {
        return "/file?id=" + first;
    }

    /** The address at which a file is restored from the trash. */
    public String trashedFile() {
        return "/trash/restore-file?id=" + (first + 5000);
    }

    public void delete() throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from content where hash in (select hash from attachment where id between " + first
                    + " and " + (first + SIZE) + ")");
            for (String table :
                    "file_version:attachment_id file_alias:attachment_id trashed_file page_event job_note job_step job group_member:person_id people_group person attachment old_path:page_id page_link:page_id revision document page"
                            .split(" ")) {
                String[] parts = table.split(":");
                statement.execute("delete from " + parts[0] + " where " + (parts.length > 1 ? parts[1] : "id")
                        + " between " + first + " and " + (first + SIZE - 1));
            }
        }
    }

    private void insert(String into, String values, int count) throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into " + into + " select " + values + " from " + NUMBERS + " where n < " + count);
        }
    }

    /** Updates the tables' statistics, which the database would do later by itself. */
    private void analyze() throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "analyze table page, page_link, document, revision, old_path, content, attachment, file_version,"
                            + " file_alias, trashed_file, page_event, person,"
                            + " people_group, group_member, job, job_step, job_note, space, space_right");
        }
    }
}
