package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.commonplace.cluster.GridMaps;
import io.commonplace.cluster.TestGrid;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several clones put and store the same draft at the same time: a grid of one member, and each possible order of the calls.
 */
class DraftBufferTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid();

    private final String key = UUID.randomUUID().toString();
    private final DraftBuffer buffer = DraftBuffer.of(GRID.maps());

    @Test
    void aStoredTextIsNoLongerDirty() {
        buffer.put(key, Map.of("markdown", "one"));
        assertThat(isDirty()).isTrue();

        assertThat(buffer.markStored(key, found())).isTrue();

        assertThat(isDirty()).isFalse();
        assertThat(found()).containsEntry("markdown", "one");
    }

    @Test
    void twoConcurrentTextsAreNotStoredForever() {
        // The other text arrives after the first one has set its flag and before it has set its text.
        buffer.put(key, runningWhenRead(() -> buffer.put(key, Map.of("markdown", "other")), Map.of("markdown", "one")));
        assertThat(found()).containsEntry("markdown", "one");

        assertThat(buffer.markStored(key, found())).isTrue();

        assertThat(isDirty()).isFalse();
    }

    @Test
    void aTextPutDuringAStoreStaysDirty() {
        buffer.put(key, Map.of("markdown", "before"));
        Map<String, String> before = found();

        buffer.put(key, runningWhenRead(() -> buffer.markStored(key, before), Map.of("markdown", "after")));

        assertThat(found()).containsEntry("markdown", "after");
        assertThat(isDirty()).isTrue();
        assertThat(buffer.markStored(key, before)).as("another text is current").isFalse();
        assertThat(isDirty()).isTrue();
    }

    @Test
    void onlyStoredDraftsAreCleared() {
        buffer.put(key + "-stored", Map.of("markdown", "stored"));
        buffer.put(key + "-waiting", Map.of("markdown", "waiting"));
        buffer.markStored(key + "-stored", buffer.find(key + "-stored").orElseThrow());

        buffer.clearStored(key);

        assertThat(buffer.find(key + "-stored")).isEmpty();
        assertThat(buffer.find(key + "-waiting")).isPresent();
    }

    private boolean isDirty() {
        return buffer.dirtyKeys(1000).contains(key);
    }

    private Map<String, String> found() {
        return buffer.find(key).orElseThrow();
    }

    /** Values that run an action when the buffer reads them, which happens between the dirty flag and the text. */
    private static Map<String, String> runningWhenRead(Runnable meanwhile, Map<String, String> values) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                meanwhile.run();
                return new HashMap<>(values).entrySet();
            }
        };
    }

    @Test
    void aReadWithATimeoutDoesNotWaitForAFrozenMember() throws TimeoutException {
        buffer.put("soon", Map.of("markdown", "text"));
        assertThat(buffer.find("soon", Duration.ofSeconds(5)).orElseThrow()).containsEntry("markdown", "text");
        DraftBuffer waiting = DraftBuffer.of(GridMaps.of(unresponsiveGrid()));
        assertThatThrownBy(() -> waiting.find("soon", Duration.ofMillis(50))).isInstanceOf(TimeoutException.class);
    }

    /** A grid in which the owner of the partition is frozen. */
    @SuppressWarnings("unchecked") // Only methods that read a map entry are called
    private static HazelcastInstance unresponsiveGrid() {
        IMap<String, Object> map = proxy(IMap.class, new CompletableFuture<>());
        return proxy(HazelcastInstance.class, map);
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                DraftBufferTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
