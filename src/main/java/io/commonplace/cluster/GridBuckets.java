package io.commonplace.cluster;

import com.hazelcast.map.IMap;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stores Bucket4j's buckets as bytes in the grid, by compare-and-swap. Bucket4j's own binding to Hazelcast can't be used: it
 * sends classes to other members, which look for them in the runtime instead of the application.
 */
final class GridBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {
    private static final int TIMEOUT_MILLIS = 1000;

    private final IMap<String, byte[]> states;

    GridBuckets(GridMaps grid) {
        super(ClientSideConfig.getDefault());
        states = grid.map("commonplace-rate-limits");
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return find(key);
            }

            @Override
            public boolean compareAndSwap(byte[] known, byte[] next, RemoteBucketState state, Optional<Long> timeout) {
                // Bucket4j passes null for a new bucket.
                return known == null ? states.putIfAbsent(key, next) == null : states.replace(key, known, next);
            }
        };
    }

    @Override
    public void removeProxy(String key) {
        states.delete(key);
    }

    /** Has a timeout of its own, because a frozen member would block the call for seconds. */
    private Optional<byte[]> find(String key) {
        try {
            return Optional.ofNullable(
                    states.getAsync(key).toCompletableFuture().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The grid doesn't answer", e);
        }
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
        throw new UnsupportedOperationException("Only the synchronous calls are used");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String key) {
        throw new UnsupportedOperationException("Only the synchronous calls are used");
    }
}
