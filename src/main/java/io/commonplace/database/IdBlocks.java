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
 * Takes blocks of identifiers from the table id_block, each committed at once. Over a connection of its own: whoever needs
 * identifiers has a connection already, and as many as the pool has would wait for a second one for ever.
 */
@ApplicationScoped
class IdBlocks {
    private static final int PATIENCE_SECONDS = 5;

    @Resource(lookup = "jdbc/ids")
    private DataSource primary;

    /** @return the first of {@code size} identifiers that nobody else gets */
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
            update.setQueryTimeout(PATIENCE_SECONDS);
            update.setInt(1, size);
            update.executeUpdate();
        }
    }

    private static long end(Connection connection) throws SQLException {
        try (Statement question = connection.createStatement();
                ResultSet row = question.executeQuery("select last_insert_id()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
