package io.commonplace.database;

import io.commonplace.platform.Freshness;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The read router with its dependencies, wired without a container, for servers of a test. */
public final class Routing implements AutoCloseable {
    private final Servers servers = new Servers();
    private final Reads reads = new Reads();
    private final SessionPosition session = new SessionPosition();
    private final ReadRouter router = new ReadRouter();

    /** @param databases {@code name=host:port,...}; the account's name is its password */
    public Routing(String databases, long maxLagMillis) {
        this(databases, maxLagMillis, "DISABLED");
    }

    /** @param sslMode a value of Connector/J's property */
    public Routing(String databases, long maxLagMillis, String sslMode) {
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
                        sslMode,
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

    /** Reads what must be up to date. Empty if there is no primary: then an old value is better than none. */
    public <T> Optional<T> readNewest(Function<EntityManager, T> query) {
        return withPrimary(() -> router.read(Freshness.NEWEST, query));
    }

    /** Reads as {@link #read}. Empty if there is no primary: then an old value is better than none. */
    public <T> Optional<T> readSeen(Function<EntityManager, T> query) {
        return withPrimary(() -> read(query));
    }

    private <T> Optional<T> withPrimary(Supplier<T> read) {
        boolean before = servers.primary().isPresent();
        Freshness.missed(false);
        T value = read.get();
        return before && servers.primary().isPresent() && !Freshness.wasMissed()
                ? Optional.of(value)
                : Optional.empty();
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
