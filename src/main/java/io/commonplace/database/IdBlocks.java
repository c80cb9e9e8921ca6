package io.commonplace.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Takes blocks of identifiers from the table id_block; each block is committed at once. It has a pool of its own, because its
 * callers already hold a connection: if they took a second one from the same pool, they could wait for each other for ever.
 */
@ApplicationScoped
class IdBlocks {
    private static final int QUERY_TIMEOUT_SECONDS = 5;

    @Resource(lookup = "jdbc/ids")
    private DataSource primary;

    /** @return the first of {@code size} unused identifiers in a row */
    long take(int size) {
        try (Connection connection = primary.getConnection()) {
            advance(connection, size);
            return end(connection) - size;
        } catch (SQLException e) {
            throw new PersistenceException("No identifiers could be taken", e);
        }
    }

    private static void advance(Connection connection, int size) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update id_block set next_value = last_insert_id(next_value + ?) where name = 'any'")) {
            update.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            update.setInt(1, size);
            update.executeUpdate();
        }
    }

    private static long end(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select last_insert_id()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
