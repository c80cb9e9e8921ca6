package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import io.commonplace.inside.TestClone;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people's sessions hold, in the grid of a real clone and its neighbours. */
@ExtendWith(ArquillianExtension.class)
class SessionsIT {
    @Inject
    private Sessions sessions;

    @Inject
    private HazelcastInstance grid;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void aSessionCanBeChangedHoweverMuchIsInIt() {
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

    /** As a part of the grid does that was cut off when the session ended. */
    @Test
    void aSessionThatIsOverStaysOverThoughItsValuesComeBack() {
        String id = sessions.begin(Map.of("who", "somebody"));
        Map<Object, Object> before = new HashMap<>(grid.getMap("commonplace-sessions"));
        sessions.end(id);
        grid.getMap("commonplace-sessions").putAll(before);
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void aSessionThatIsOverStaysOver() {
        String id = sessions.begin(Map.of("who", "somebody"));
        sessions.end(id);
        sessions.put(id, "who", "somebody else");
        assertThat(sessions.find(id)).isEmpty();
    }
}
