package io.commonplace.outside;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The pages in the database, read without any cache. */
final class Pages {
    private Pages() {}

    /** The number of revisions of each page of a space, by path. */
    static Map<String, Integer> in(Space space) {
        String sql = "select p.path, count(r.id) from page p join space s on s.id = p.space_id"
                + " left join revision r on r.page_id = p.id where s.slug = ? group by p.id, p.path";
        try (var connection = Cluster.database();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, space.slug());
            Map<String, Integer> revisions = new TreeMap<>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                if (revisions.put(rows.getString(1), rows.getInt(2)) != null) {
                    throw new IllegalStateException("Two pages at " + rows.getString(1));
                }
            }
            return revisions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
