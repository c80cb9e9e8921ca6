package io.commonplace.inside;

import io.commonplace.database.Ids;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Thousands of pages below one page, written by SQL. They are old, and nothing tells the caches or the search of them. */
@ApplicationScoped
public class ManyChildren {
    private static final String OLD = "'2001-01-01 00:00:00.000000'";

    @Resource(lookup = "jdbc/rw")
    private DataSource primary;

    @Inject
    private Ids ids;

    private long first;
    private int count;

    /** Adds the pages {@code page/child-1} to {@code page/child-<count>}, with a child each. */
    public void add(long spaceId, long pageId, int count) throws SQLException {
        this.first = ids.block(2 * count + 1);
        this.count = count;
        insertPages(first + " + seq", spaceId, Long.toString(pageId), "'page/child-', seq", "'Child ', seq");
        insertPages(
                first + count + " + seq",
                spaceId,
                first + " + seq",
                "'page/child-', seq, '/leaf'",
                "'Leaf of child ', seq");
        execute("insert into document (id, page_id, revision_number, html, outline, has_code)"
                + " select id, id, 1, '<p>Text</p>', '', 0 from page where id between " + first + " and " + last());
    }

    public void delete() throws SQLException {
        execute("delete from page where parent_id between " + first + " and " + last());
        for (String table : new String[] {"document", "page"}) {
            execute("delete from " + table + " where id between " + first + " and " + last());
        }
    }

    private void insertPages(String id, long spaceId, String parentId, String path, String title) throws SQLException {
        execute("insert into page (id, space_id, parent_id, path, title, source_path, document_id, revision_number,"
                + " changed_by, changed_by_name, changed_at, version) select " + id + ", " + spaceId + ", " + parentId
                + ", concat(" + path + "), concat(" + title + "), '', " + id + ", 1, 0, 'Nobody', " + OLD
                + ", 1 from seq_1_to_" + count);
    }

    private long last() {
        return first + 2L * count;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = primary.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
