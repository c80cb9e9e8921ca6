package io.commonplace.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.replicatedmap.ReplicatedMap;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Opens the grid's maps. While clones join and leave, a call may reach a clone that doesn't own the partition. The grid
 * retries some of these calls, but not all. Such a call has changed nothing, so it is retried here for up to two seconds.
 */
@ApplicationScoped
public class GridMaps {
    private static final Duration RETRY_TIME = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Map<String, IMap<?, ?>> maps = new ConcurrentHashMap<>();
    private final Map<String, ReplicatedMap<?, ?>> replicated = new ConcurrentHashMap<>();

    @Inject
    private HazelcastInstance grid;

    /** For tests that have a grid of their own. */
    public static GridMaps of(HazelcastInstance grid) {
        GridMaps maps = new GridMaps();
        maps.grid = grid;
        return maps;
    }

    public <V> GridMap<V> gridMap(String name) {
        return new GridMap<>(map(name));
    }

    public ReplicatedSet replicatedSet(String name) {
        return new ReplicatedSet(replicated(name));
    }

    @SuppressWarnings("unchecked") // a map has one type of values, its one user's
    <V> IMap<String, V> map(String name) {
        return (IMap<String, V>) maps.computeIfAbsent(name, missing -> retrying(IMap.class, grid.getMap(missing)));
    }

    @SuppressWarnings("unchecked") // the same
    private ReplicatedMap<String, Boolean> replicated(String name) {
        return (ReplicatedMap<String, Boolean>) replicated.computeIfAbsent(
                name, missing -> retrying(ReplicatedMap.class, grid.getReplicatedMap(missing)));
    }

    static <M> M retrying(Class<M> type, M map) {
        return type.cast(Proxy.newProxyInstance(
                GridMaps.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(map, method, arguments)));
    }

    private static @Nullable Object call(Object map, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        long end = System.nanoTime() + RETRY_TIME.toNanos();
        while (true) {
            try {
                return method.invoke(map, arguments);
            } catch (InvocationTargetException e) {
                Throwable failure = Objects.requireNonNull(e.getCause());
                if (!(failure instanceof RetryableHazelcastException) || System.nanoTime() - end >= 0 || !paused()) {
                    throw failure;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
