package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
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
    private final DraftBuffer shelf = new DraftBuffer();

    DraftBufferTest() {
        shelf.grid = GridMaps.of(grid);
    }

    @BeforeAll
    static void makeTheGrid() {
        Config config = new Config()
                .setClusterName("draft-shelf-test")
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
        shelf.put(key, Map.of("markdown", "one"));
        assertThat(waits()).isTrue();

        assertThat(shelf.stored(key, found())).isTrue();

        assertThat(waits()).isFalse();
        assertThat(found()).containsEntry("markdown", "one");
    }

    @Test
    void ofTwoTextsThatArePutAtOnceNeitherIsWrittenForEver() {
        // Its dirtyFlag lies, its text doesn't yet, when the other one comes with both.
        shelf.put(key, whileItIsRead(() -> shelf.put(key, Map.of("markdown", "other")), Map.of("markdown", "one")));
        assertThat(found()).containsEntry("markdown", "one");

        assertThat(shelf.stored(key, found())).isTrue();

        assertThat(waits()).isFalse();
    }

    @Test
    void aTextThatComesWhileTheOneBeforeIsStoredIsStoredAsWell() {
        shelf.put(key, Map.of("markdown", "before"));
        Map<String, String> before = found();

        shelf.put(key, whileItIsRead(() -> shelf.stored(key, before), Map.of("markdown", "after")));

        assertThat(found()).containsEntry("markdown", "after");
        assertThat(waits()).isTrue();
        assertThat(shelf.stored(key, before)).as("another text is here").isFalse();
        assertThat(waits()).isTrue();
    }

    @Test
    void roomIsMadeByWhatIsStoredOnly() {
        shelf.put(key + "-stored", Map.of("markdown", "stored"));
        shelf.put(key + "-waiting", Map.of("markdown", "waiting"));
        shelf.stored(key + "-stored", shelf.find(key + "-stored").orElseThrow());

        shelf.clearStored(key);

        assertThat(shelf.find(key + "-stored")).isEmpty();
        assertThat(shelf.find(key + "-waiting")).isPresent();
    }

    private boolean waits() {
        return shelf.waiting(1000).contains(key);
    }

    private Map<String, String> found() {
        return shelf.find(key).orElseThrow();
    }

    /** Values that let something happen when the shelf reads them, which it does between a dirtyFlag and its text. */
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
        shelf.put("soon", Map.of("markdown", "text"));
        assertThat(shelf.find("soon", Duration.ofSeconds(5)).orElseThrow()).containsEntry("markdown", "text");
        shelf.grid = new Silent();
        assertThatThrownBy(() -> shelf.find("soon", Duration.ofMillis(50))).isInstanceOf(TimeoutException.class);
    }

    /** As the maps of a grid whose member in charge is frozen. */
    private static final class Silent extends GridMaps {
        @Override
        @SuppressWarnings("unchecked") // nothing else of it is called
        public <K, V> IMap<K, V> map(String name) {
            return (IMap<K, V>) Proxy.newProxyInstance(
                    DraftBufferTest.class.getClassLoader(),
                    new Class<?>[] {IMap.class},
                    (self, method, arguments) -> new CompletableFuture<V>());
        }
    }
}
