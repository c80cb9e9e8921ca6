package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.commonplace.cluster.GridMaps;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several clones put and store the same draft at the same time: a grid of one member, and the orders in which it can happen. */
class DraftBufferTest {
    private static HazelcastInstance grid;

    private final String key = UUID.randomUUID().toString();
    private final DraftBuffer buffer = new DraftBuffer();

    DraftBufferTest() {
        buffer.grid = GridMaps.of(grid);
    }

    @BeforeAll
    static void makeTheGrid() {
        Config config = new Config()
                .setClusterName("draft-buffer-test")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false");
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().setPort(0).getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        grid = Hazelcast.newHazelcastInstance(config);
    }

    @AfterAll
    static void end() {
        grid.shutdown();
    }

    @Test
    void aTextThatIsStoredWaitsNoLonger() {
        buffer.put(key, Map.of("markdown", "one"));
        assertThat(waits()).isTrue();

        assertThat(buffer.stored(key, found())).isTrue();

        assertThat(waits()).isFalse();
        assertThat(found()).containsEntry("markdown", "one");
    }

    @Test
    void ofTwoTextsThatArePutAtOnceNeitherIsWrittenForEver() {
        // Its dirty flag is set, its text is not yet there, when the other one comes with both.
        buffer.put(key, whileItIsRead(() -> buffer.put(key, Map.of("markdown", "other")), Map.of("markdown", "one")));
        assertThat(found()).containsEntry("markdown", "one");

        assertThat(buffer.stored(key, found())).isTrue();

        assertThat(waits()).isFalse();
    }

    @Test
    void aTextThatComesWhileTheOneBeforeIsStoredIsStoredAsWell() {
        buffer.put(key, Map.of("markdown", "before"));
        Map<String, String> before = found();

        buffer.put(key, whileItIsRead(() -> buffer.stored(key, before), Map.of("markdown", "after")));

        assertThat(found()).containsEntry("markdown", "after");
        assertThat(waits()).isTrue();
        assertThat(buffer.stored(key, before)).as("another text is here").isFalse();
        assertThat(waits()).isTrue();
    }

    @Test
    void roomIsMadeByWhatIsStoredOnly() {
        buffer.put(key + "-stored", Map.of("markdown", "stored"));
        buffer.put(key + "-waiting", Map.of("markdown", "waiting"));
        buffer.stored(key + "-stored", buffer.find(key + "-stored").orElseThrow());

        buffer.clearStored(key);

        assertThat(buffer.find(key + "-stored")).isEmpty();
        assertThat(buffer.find(key + "-waiting")).isPresent();
    }

    private boolean waits() {
        return buffer.waiting(1000).contains(key);
    }

    private Map<String, String> found() {
        return buffer.find(key).orElseThrow();
    }

    /** Values that let something happen when the buffer reads them, which it does between the dirty flag and the text. */
    private static Map<String, String> whileItIsRead(Runnable meanwhile, Map<String, String> values) {
        return new AbstractMap<>() {
            @Override
            public Set<Entry<String, String>> entrySet() {
                meanwhile.run();
                return new HashMap<>(values).entrySet();
            }
        };
    }

    @Test
    void whoCanDoWithoutWaitsForNoMemberThatStandsStill() throws TimeoutException {
        buffer.put("soon", Map.of("markdown", "text"));
        assertThat(buffer.find("soon", Duration.ofSeconds(5)).orElseThrow()).containsEntry("markdown", "text");
        buffer.grid = GridMaps.of(silent());
        assertThatThrownBy(() -> buffer.find("soon", Duration.ofMillis(50))).isInstanceOf(TimeoutException.class);
    }

    /** A grid whose member in charge is frozen. */
    @SuppressWarnings("unchecked") // of its methods only those for a map's entry are called
    private static HazelcastInstance silent() {
        IMap<String, Object> map = proxy(IMap.class, new CompletableFuture<>());
        return proxy(HazelcastInstance.class, map);
    }

    private static <T> T proxy(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                DraftBufferTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer));
    }
}
