package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalCacheTest {
    private final LocalCache<String> cache = new LocalCache<>(100, Duration.ofMinutes(5));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @Test
    void aValueIsLoadedOnceAndCached() {
        assertThat(cache.get("k", () -> "first")).isEqualTo("first");
        assertThat(cache.get("k", () -> "second")).isEqualTo("first");
        assertThat(cache.get("other", () -> "second")).isEqualTo("second");
    }

    @Test
    void aLargeValueCountsByItsWeight() {
        record Heavy(int weight) implements Weighted {}
        LocalCache<Heavy> heavies = new LocalCache<>(100, Duration.ofMinutes(5));
        for (int i = 0; i < 1000; i++) {
            heavies.get("k" + i, () -> new Heavy(10));
        }
        Awaitility.await("the eviction of values above the limit")
                .untilAsserted(
                        () -> assertThat(heavies.metrics("heavies").size()).isBetween(1L, 10L));
    }

    @Test
    void manyReadersOfAMissingKeyCauseOneLoad() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Future<String>> readers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            readers.add(threads.submit(() -> cache.get("k", () -> {
                loading.countDown();
                await(release);
                return "load " + loads.incrementAndGet();
            })));
        }
        await(loading);
        release.countDown();
        for (Future<String> reader : readers) {
            assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo("load 1");
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void aLoadOfOneKeyDoesNotBlockAnother() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> slow = slowLoad(loading, release);
        await(loading);
        assertThat(cache.get("other", () -> "quick")).isEqualTo("quick");
        release.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("old");
    }

    @Test
    void aValueThatIsForgottenDuringItsLoadIsLoadedAgain() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> slow = slowLoad(loading, release);
        await(loading);
        cache.forget("k");
        assertThat(cache.get("k", () -> "new")).isEqualTo("new");
        release.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(cache.get("k", () -> "newer")).isEqualTo("new");
    }

    @Test
    void aValueThatIsClearedDuringItsLoadIsNotKept() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> slow = slowLoad(loading, release);
        await(loading);
        cache.clear();
        release.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("old");
        assertThat(cache.get("k", () -> "new")).isEqualTo("new");
    }

    @Test
    void aFailedLoadIsThrownAndNotKept() {
        IllegalStateException failure = new IllegalStateException("no database");
        assertThatThrownBy(() -> cache.get("k", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(cache.get("k", () -> "back")).isEqualTo("back");
    }

    @Test
    void aFailureAfterAForgetLeavesTheNewValueAlone() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> failing = threads.submit(() -> cache.get("k", () -> {
            loading.countDown();
            await(release);
            throw new IllegalStateException("no database");
        }));
        await(loading);
        cache.forget("k");
        cache.get("k", () -> "new");
        release.countDown();
        assertThatThrownBy(() -> failing.get(10, TimeUnit.SECONDS)).hasMessageContaining("no database");
        assertThat(cache.get("k", () -> "newer")).isEqualTo("new");
    }

    @Test
    void hitsAndMissesAreCounted() {
        cache.get("k", () -> "v");
        cache.get("k", () -> "v");
        cache.get("k", () -> "v");
        CacheMetrics metrics = cache.metrics("pages");
        assertThat(metrics.size()).isEqualTo(1);
        assertThat(metrics.hits()).isEqualTo(2);
        assertThat(metrics.misses()).isEqualTo(1);
        assertThat(metrics.loads()).isEqualTo(1);
        assertThat(metrics.hitPercent()).isEqualTo(66);
    }

    @Test
    void lookUpsThatBypassTheCacheLowerTheHitRate() {
        cache.get("k", () -> "v");
        cache.get("k", () -> "v");
        cache.bypass();
        cache.bypass();
        CacheMetrics metrics = cache.metrics("pages");
        assertThat(metrics.bypassed()).isEqualTo(2);
        assertThat(metrics.hitPercent()).isEqualTo(25);
    }

    private Future<String> slowLoad(CountDownLatch loading, CountDownLatch release) {
        return threads.submit(() -> cache.get("k", () -> {
            loading.countDown();
            await(release);
            return "old";
        }));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
