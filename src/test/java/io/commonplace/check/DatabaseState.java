package io.commonplace.check;

import io.commonplace.outside.Cluster;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The final state in the primary database, read without any cache.
 *
 * @param histories the texts of each page, oldest first
 * @param places the paths of the existing pages
 */
record DatabaseState(Map<String, List<Text>> histories, Map<String, String> places) {
    private static final String REVISIONS =
            "select title, markdown, page_id from revision where markdown like ? order by page_id, number";
    private static final String PLACES = "select p.path, p.title from page p join space s on s.id = p.space_id"
            + " where s.slug = ? and p.document_id is not null";

    static DatabaseState read(CheckContext context) {
        try (Connection connection = Cluster.database()) {
            return new DatabaseState(histories(connection, context), places(connection, context));
        } catch (SQLException e) {
            throw new IllegalStateException("The primary can't be read", e);
        }
    }

    private static Map<String, List<Text>> histories(Connection connection, CheckContext context) throws SQLException {
        Map<String, List<Text>> histories = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(REVISIONS)) {
            query.setString(1, "Token % in " + context.space() + ".%");
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                String title = rows.getString(1);
                Optional<TextTokens.MarkedText> found = context.textTokens().text(rows.getString(2));
                found.ifPresent(marked -> histories
                        .computeIfAbsent(marked.page(), page -> new ArrayList<>())
                        .add(new Text(marked.token(), marked.base(), isTitled(title, marked))));
            }
        }
        return histories;
    }

    private static boolean isTitled(String title, TextTokens.MarkedText marked) {
        return title.equals(marked.page() + " " + marked.token())
                || marked.token().equals(marked.page());
    }

    private static Map<String, String> places(Connection connection, CheckContext context) throws SQLException {
        Map<String, String> places = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(PLACES)) {
            query.setString(1, context.space());
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                String path = rows.getString(1);
                places.put(rows.getString(2).split(" ", 2)[0], path);
            }
        }
        return places;
    }

    /** The token of the page's latest text; empty if it has none. */
    String latestToken(String page) {
        List<Text> texts = histories.getOrDefault(page, List.of());
        return texts.isEmpty() ? "" : texts.get(texts.size() - 1).token();
    }
}
