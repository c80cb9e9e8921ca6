package io.commonplace.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.commonplace.cluster.Broadcast;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Who has the editor of which page open, on any clone. An editor is announced again and again, and forgotten when that stops:
 * its browser or its clone may have died.
 *
 * <p>Each clone remembers what the others broadcast. So nobody waits for the grid, and a clone that has missed a message, or
 * has just started, knows after the next announcement.
 */
@ApplicationScoped
class OpenEditors {
    /** Three announcements of a browser. */
    static final Duration LIFETIME = Duration.ofSeconds(30);

    /** Of one page; further ones are not remembered. */
    static final int MAX_PEOPLE = 50;

    private static final Logger LOG = Logger.getLogger(OpenEditors.class.getName());
    private static final String CHANNEL = "editor";
    private static final int MAX_PAGES = 10_000;

    @Inject
    private Broadcast broadcast;

    @Inject
    private Clock clock;

    private final AtomicBoolean failing = new AtomicBoolean();

    /** By page, when each person was announced last. */
    private final Cache<Long, Map<Long, Instant>> pages = Caffeine.newBuilder()
            .maximumSize(MAX_PAGES)
            .expireAfterWrite(LIFETIME)
            .build();

    static OpenEditors of(Broadcast broadcast, Clock clock) {
        OpenEditors editors = new OpenEditors();
        editors.broadcast = broadcast;
        editors.clock = clock;
        editors.listen();
        return editors;
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        listen();
    }

    private void listen() {
        broadcast.on(CHANNEL, message -> receive(EditorMessage.parse(message)));
    }

    void open(long pageId, long personId) {
        send(new EditorMessage(true, pageId, personId));
    }

    /** If the person has another editor of the page open, its next announcement brings them back. */
    void close(long pageId, long personId) {
        send(new EditorMessage(false, pageId, personId));
    }

    /** The people who have the page's editor open. */
    Set<Long> people(long pageId) {
        return current(pages.asMap().getOrDefault(pageId, Map.of())).keySet();
    }

    /** Editing goes on without presence, so a failure is logged, but not at each of the announcements to come. */
    private void send(EditorMessage message) {
        try {
            broadcast.send(CHANNEL, message.toString());
            failing.set(false);
        } catch (RuntimeException e) {
            if (failing.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "Editors don't show who else is editing until the grid works again", e);
            }
        }
    }

    /** Called in a thread of the grid, so it must not block. */
    private void receive(EditorMessage message) {
        pages.asMap().compute(message.pageId(), (page, known) -> {
            Map<Long, Instant> people = current(known == null ? Map.of() : known);
            people.remove(message.personId());
            if (message.isOpen() && people.size() < MAX_PEOPLE) {
                people.put(message.personId(), clock.instant());
            }
            return people;
        });
    }

    private Map<Long, Instant> current(Map<Long, Instant> people) {
        Instant oldest = clock.instant().minus(LIFETIME);
        Map<Long, Instant> current = new HashMap<>(people);
        current.values().removeIf(announced -> !announced.isAfter(oldest));
        return current;
    }
}
