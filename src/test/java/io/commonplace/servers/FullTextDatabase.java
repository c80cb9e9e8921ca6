package io.commonplace.servers;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database server with texts in InnoDB's full-text indexes. The search is compared with it. */
public final class FullTextDatabase implements AutoCloseable {
    private static final List<String> TABLE = List.of(
            "create database if not exists texts",
            "drop table if exists texts.text",
            "create table texts.text (path varchar(700) not null, title text not null, body mediumtext not null,"
                    + " fulltext title (title), fulltext body (body), fulltext title_body (title, body))"
                    + " engine = innodb default charset = utf8mb4");
    private static final String INSERT = "insert into texts.text (path, title, body) values (?, ?, ?)";
    private static final String BY_BOTH = "select path from texts.text where match (title, body) against (?)"
            + " order by match (title, body) against (?) desc, path limit ?";
    private static final String WEIGHTED =
            "select path from texts.text where match (title) against (?) or match (body) against (?)"
                    + " order by %s * match (title) against (?) + match (body) against (?) desc, path limit ?";

    private final Server server;

    private FullTextDatabase(Server server) {
        this.server = server;
    }

    /** One of each product of the tests. Their servers end with the process, if not before. */
    public static List<FullTextDatabase> all() throws IOException {
        List<FullTextDatabase> all = new ArrayList<>();
        for (Product product : List.of(new MariaDb(), new MySql80())) {
            all.add(new FullTextDatabase(Server.create(product, 1)));
        }
        return all;
    }

    /** A page's address, title, and text without markup. */
    public record Text(String path, String title, String body) {}

    /** The product with its version. */
    public String name() throws SQLException {
        String version = server.text("select version()");
        return version.contains("MariaDB") ? "MariaDB " + version.replaceFirst("-.*", "") : "MySQL " + version;
    }

    /** Replaces all texts. */
    public void fill(List<Text> texts) throws SQLException {
        server.execute(TABLE);
        try (Connection connection = server.admin().getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Text text : texts) {
                insert.setString(1, text.path());
                insert.setString(2, text.title());
                insert.setString(3, text.body());
                insert.executeUpdate();
            }
        }
    }

    /** The paths that match title or text in the natural language mode, best first. */
    public List<String> find(String query, int limit) {
        return paths(BY_BOTH, query, 2, limit);
    }

    /** The same with the title's rank multiplied by {@code weight}. */
    public List<String> find(String query, double weight, int limit) {
        return paths(WEIGHTED.formatted(weight), query, 4, limit);
    }

    private List<String> paths(String sql, String query, int times, int limit) {
        try (Connection connection = server.admin().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 1; i <= times; i++) {
                select.setString(i, query);
            }
            select.setInt(times + 1, limit);
            try (ResultSet rows = select.executeQuery()) {
                List<String> paths = new ArrayList<>();
                while (rows.next()) {
                    paths.add(rows.getString(1));
                }
                return paths;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
