package io.commonplace.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
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
 * The grid's maps, for all who use one. While clones come and go, a call can find nobody in charge of its part of a map;
 * the grid tries again by itself, but not always. Such a call has done nothing, so it is made once more, for a moment.
 */
@ApplicationScoped
public class GridMaps {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Map<String, IMap<?, ?>> known = new ConcurrentHashMap<>();

    @Inject
    private HazelcastInstance grid;

    static GridMaps of(HazelcastInstance grid) {
        GridMaps maps = new GridMaps();
        maps.grid = grid;
        return maps;
    }

    @SuppressWarnings("unchecked") // a map has one type of keys and values, its one user's
    public <K, V> IMap<K, V> map(String name) {
        return (IMap<K, V>) known.computeIfAbsent(name, missing -> retrying(grid.getMap(missing)));
    }

    static <K, V> IMap<K, V> retrying(IMap<K, V> map) {
        Object proxy = Proxy.newProxyInstance(
                GridMaps.class.getClassLoader(), new Class<?>[] {IMap.class}, (self, method, arguments) -> {
                    return call(map, method, arguments);
                });
        return uncheckedMap(proxy);
    }

    @SuppressWarnings("unchecked") // made for this very type
    private static <K, V> IMap<K, V> uncheckedMap(Object proxy) {
        return (IMap<K, V>) proxy;
    }

    private static @Nullable Object call(IMap<?, ?> map, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return method.invoke(map, arguments);
            } catch (InvocationTargetException e) {
                Throwable failure = Objects.requireNonNull(e.getCause());
                if (!(failure instanceof RetryableHazelcastException) || System.nanoTime() - end >= 0) {
                    throw failure;
                }
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }
}
