package io.commonplace.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects a thread to the server that {@link ReadRouter} has chosen for it, so that one persistence unit reads from all servers. */
final class RoutingDataSource implements DataSource {
    private static final ThreadLocal<@Nullable Choice> CHOSEN = new ThreadLocal<>();

    /** Sets the calling thread's server, until {@link #release}. @param timeout for each response of the server */
    static void choose(ReadServer server, Duration timeout) {
        CHOSEN.set(new Choice(server, timeout));
    }

    static ReadServer chosen() {
        return Objects.requireNonNull(CHOSEN.get()).server;
    }

    static void release() {
        CHOSEN.remove();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Choice choice = CHOSEN.get();
        if (choice == null) {
            throw new SQLException("No server was chosen for this thread; read through ReadRouter");
        }
        return choice.server.connection(choice.timeout);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.commonplace.database");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private record Choice(ReadServer server, Duration timeout) {}
}
