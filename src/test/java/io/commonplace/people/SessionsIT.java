package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.commonplace.cache.Caches;
import io.commonplace.database.SessionTable;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions in the grid of a real clone. */
@ExtendWith(ArquillianExtension.class)
class SessionsIT {
    @Inject
    private Sessions sessions;

    @Inject
    private SessionMap map;

    @Inject
    private SessionTable table;

    @Inject
    private Caches caches;

    @Inject
    private InsideVisitor visitor;

    @Inject
    private HazelcastInstance grid;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void aSessionHoldsManyValues() {
        String id = sessions.begin(Map.of("who", "somebody"));
        Map<String, String> expected = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            sessions.put(id, "value-" + i, "is " + i);
            expected.put("value-" + i, "is " + i);
        }
        assertThat(sessions.find(id))
                .hasValueSatisfying(values ->
                        assertThat(values).containsAllEntriesOf(expected).containsEntry("who", "somebody"));
    }

    /** A part of the grid that was cut off when the session ended brings the values back. */
    @Test
    void anEndedSessionStaysEndedWhenItsValuesComeBack() {
        String id = sessions.begin(Map.of("who", "somebody"));
        Map<String, byte[]> before = new HashMap<>(sealed());
        sessions.end(id);
        sealed().putAll(before);
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void anEndedSessionStaysEnded() {
        String id = sessions.begin(Map.of("who", "somebody"));
        sessions.end(id);
        sessions.put(id, "who", "somebody else");
        assertThat(sessions.find(id)).isEmpty();
    }

    /** All clones have died at once. */
    @Test
    void aSessionThatTheGridHasLostIsRestored() {
        String id = sessions.begin(Map.of("who", "somebody"));
        loseInGrid(id);
        assertThat(sessions.find(id))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("who", "somebody"));
        sessions.put(id, "who", "somebody else");
        assertThat(sessions.find(id))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("who", "somebody else"));
    }

    @Test
    void aChangeIsInTheDatabaseAfterSeconds() {
        String id = sessions.begin(Map.of("who", "somebody"));
        sessions.put(id, "who", "somebody else");
        awaitStored(id);
        loseInGrid(id);
        assertThat(sessions.find(id))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("who", "somebody else"));
    }

    @Test
    void manySessionsThatChangeAtOnceAreRestored() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(sessions.begin(Map.of("number", "none")));
        }
        for (int i = 0; i < ids.size(); i++) {
            sessions.put(ids.get(i), "number", Integer.toString(i));
        }
        for (int i = 0; i < ids.size(); i++) {
            awaitStored(ids.get(i));
            loseInGrid(ids.get(i));
            assertThat(sessions.find(ids.get(i)).orElseThrow()).containsEntry("number", Integer.toString(i));
        }
    }

    @Test
    void anEndedSessionIsNotRestored() {
        String id = sessions.begin(Map.of("who", "somebody"));
        sessions.end(id);
        String key = map.key(id).orElseThrow();
        grid.getReplicatedMap("commonplace-sessions-ended").remove(key);
        caches.clearMutable();
        assertThat(sessions.find(id)).isEmpty();
    }

    /** An intruder in the grid copies an administrator's values into a session of their own. */
    @Test
    void valuesCopiedFromAnotherSessionAreRefused() {
        String administrators = visitor.beginSession();
        String own = sessions.begin(Map.of("person", "0"));
        byte[] stolen = sealed().get(map.key(administrators).orElseThrow());
        sealed().set(map.key(own).orElseThrow(), stolen);
        caches.clearMutable();
        assertThat(visitor.get(administrators, "/admin/cluster").statusCode()).isEqualTo(200);
        assertThat(visitor.get(own, "/admin/cluster").statusCode()).isNotEqualTo(200);
        assertThat(sessions.find(own))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("person", "0"));
    }

    @Test
    void theGridHoldsNoReadableValues() {
        String id = sessions.begin(Map.of("who", "somebody-known"));
        sealed().forEach((key, values) -> {
            assertThat(key).isNotEqualTo(id);
            assertThat(new String(values, StandardCharsets.ISO_8859_1)).doesNotContain("somebody");
        });
    }

    @Test
    void concurrentlyWrittenPositionsNeverMoveBack() {
        String id = sessions.begin(Map.of("position", "0"));
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            String position = Integer.toString(i);
            writers.add(CompletableFuture.runAsync(() -> sessions.put(id, "position", position, SessionsIT::later)));
        }
        writers.forEach(CompletableFuture::join);
        assertThat(sessions.find(id))
                .hasValueSatisfying(values -> assertThat(values).containsEntry("position", "40"));
    }

    private static String later(String one, String other) {
        return Integer.parseInt(one) > Integer.parseInt(other) ? one : other;
    }

    private void awaitStored(String id) {
        String key = map.key(id).orElseThrow();
        await("the database has its last state")
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(table.find(key))
                        .hasValueSatisfying(stored -> assertThat(stored).isEqualTo(sealed().get(key))));
    }

    private void loseInGrid(String id) {
        sealed().delete(map.key(id).orElseThrow());
        caches.clearMutable();
    }

    private IMap<String, byte[]> sealed() {
        return grid.getMap("commonplace-sealed-sessions");
    }
}
