package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * How the container's pool of connections to the primary does. The container would tell that by itself only with its
 * monitoring switched on, which costs something at each use of a connection; so the pool is asked, by names that are the
 * container's own and no interface. A container that has no such names tells nothing.
 */
@ApplicationScoped
public class WritePool {
    private static final Logger LOG = Logger.getLogger(WritePool.class.getName());
    private static final String NAME = "rw";

    public Optional<PoolMetrics> figures() {
        try {
            Object pool = pool();
            Object status = tell(pool, "getPoolStatus");
            return Optional.of(new PoolMetrics(
                    (int) tell(status, "getNumConnUsed"),
                    (int) tell(status, "getNumConnFree"),
                    (int) tell(tell(pool, "getPoolWaitQueue"), "getQueueLength"),
                    (int) tell(pool, "getMaxPoolSize")));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "The container doesn't tell how its pool does", e);
            return Optional.empty();
        }
    }

    private static Object pool() throws ReflectiveOperationException {
        Class<?> poolInfo = Class.forName("org.glassfish.resourcebase.resources.api.PoolInfo");
        Object name = poolInfo.getConstructor(String.class).newInstance(NAME);
        Class<?> connectors = Class.forName("com.sun.enterprise.connectors.ConnectorRuntime");
        Object pools = tell(connectors.getMethod("getRuntime").invoke(null), "getPoolManager");
        return Class.forName("com.sun.enterprise.resource.pool.PoolManager")
                .getMethod("getPool", poolInfo)
                .invoke(pools, name);
    }

    private static Object tell(Object from, String what) throws ReflectiveOperationException {
        return from.getClass().getMethod(what).invoke(from);
    }
}
