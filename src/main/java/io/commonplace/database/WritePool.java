package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The metrics of the container's pool of connections to the primary. The container publishes them only with its monitoring
 * switched on, which costs time at each use of a connection. So this class calls the pool by reflection, through the
 * container's internal classes. It reports nothing on a container without them.
 */
@ApplicationScoped
public class WritePool {
    private static final Logger LOG = Logger.getLogger(WritePool.class.getName());
    private static final String NAME = "rw";

    /** Empty if the container does not provide them. */
    public Optional<PoolMetrics> metrics() {
        try {
            Object pool = pool();
            Object status = call(pool, "getPoolStatus");
            return Optional.of(new PoolMetrics(
                    (int) call(status, "getNumConnUsed"),
                    (int) call(status, "getNumConnFree"),
                    (int) call(call(pool, "getPoolWaitQueue"), "getQueueLength"),
                    (int) call(pool, "getMaxPoolSize")));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "The container does not provide metrics of its pool", e);
            return Optional.empty();
        }
    }

    private static Object pool() throws ReflectiveOperationException {
        Class<?> poolInfo = Class.forName("org.glassfish.resourcebase.resources.api.PoolInfo");
        Object name = poolInfo.getConstructor(String.class).newInstance(NAME);
        Class<?> connectors = Class.forName("com.sun.enterprise.connectors.ConnectorRuntime");
        Object pools = call(connectors.getMethod("getRuntime").invoke(null), "getPoolManager");
        return Class.forName("com.sun.enterprise.resource.pool.PoolManager")
                .getMethod("getPool", poolInfo)
                .invoke(pools, name);
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
