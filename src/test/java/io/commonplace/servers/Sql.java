package io.commonplace.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs single statements for tests. */
final class Sql {
    private Sql() {}

    /** The first column of the first row, if there is one. */
    static @Nullable String text(DataSource source, String query, Object... parameters) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return text(connection, query, parameters);
        }
    }

    static @Nullable String text(Connection connection, String query, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            set(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    static boolean truth(DataSource source, String query, Object... parameters) throws SQLException {
        return "1".equals(text(source, query, parameters));
    }

    static void update(DataSource source, String statement, Object... parameters) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            set(prepared, parameters);
            prepared.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
