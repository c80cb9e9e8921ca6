package io.commonplace.database;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** The read router with its dependencies, wired without a container, for servers of a test. */
public final class Routing implements AutoCloseable {
    private final Servers servers = new Servers();
    private final Reads reads = new Reads();
    private final SessionPosition session = new SessionPosition();
    private final ReadRouter router = new ReadRouter();

    /** @param databases {@code name=host:port,...}; the account's name is its password */
    public Routing(String databases, long maxLagMillis) {
        set(
                servers,
                Map.of(
                        "addresses",
                        databases,
                        "user",
                        "app",
                        "password",
                        "app",
                        "sslMode",
                        "DISABLED",
                        "maxLagMillis",
                        maxLagMillis));
        servers.open();
        set(router, Map.of("servers", servers, "reads", reads, "session", session, "transaction", noTransaction()));
    }

    /** Sets the position that this thread's session has seen. */
    public void remember(String position) {
        session.bind(position, wrote -> {}, saw -> {});
    }

    public <T> T read(Function<EntityManager, T> query) {
        return router.read(query);
    }

    public long replicaReads() {
        return router.replicaReads();
    }

    public boolean hasPrimary() {
        return servers.hasPrimary();
    }

    /** The number of servers that answer. */
    public int answering() {
        return servers.answering().size();
    }

    @Override
    public void close() {
        session.unbind();
        reads.close();
        servers.close();
    }

    private static TransactionSynchronizationRegistry noTransaction() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                Routing.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> Status.STATUS_NO_TRANSACTION);
    }

    private static void set(Object bean, Map<String, ?> values) {
        values.forEach((name, value) -> {
            try {
                Field field = bean.getClass().getDeclaredField(name);
                field.setAccessible(true);
                field.set(bean, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(bean + " has no " + name, e);
            }
        });
    }
}
