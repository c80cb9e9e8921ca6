package io.commonplace.operations;

import io.commonplace.cluster.Broadcast;
import io.commonplace.cluster.Members;
import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes a clone out of the routing before something is done to it: it says that it is not ready, however many balancers
 * ask, and ends what it is answering. A file in the clone's folder says so, which a script on its machine can make as
 * well; the next start of the clone deletes it.
 */
@ApplicationScoped
public class Draining {
    private static final Logger LOG = Logger.getLogger(Draining.class.getName());
    private static final String CHANNEL = "draining";
    private static final String OUT = "out ";
    private static final String IN = "in ";
    private static final String FILE = "draining";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    private Access access;

    @Inject
    private Broadcast broadcast;

    @Inject
    private Members members;

    @Inject
    private Event<Changed> changed;

    @Inject
    @ConfigProperty(name = "commonplace.folder")
    private Optional<String> folder;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        broadcast.on(CHANNEL, this::hear);
    }

    /** Whether this clone is to get nobody. */
    public boolean isOn() {
        return folder.map(Draining::fileIn).filter(file -> Files.exists(file)).isPresent();
    }

    /**
     * Takes a clone out.
     *
     * @param clones all that are ready and in, by their names
     * @throws NotFound if {@code clone} is none of them
     * @throws Refusal if it is the only one
     */
    public void takeOut(Viewer viewer, String clone, List<String> clones) {
        access.requireAdministrator(viewer);
        if (!clones.contains(clone)) {
            throw new NotFound("cluster.clone.notFound");
        }
        if (clones.size() == 1) {
            throw new Refusal("cluster.clone.last", clone);
        }
        tell(viewer, OUT + clone);
    }

    /** Puts a clone back in. One that is in stays so. */
    public void putIn(Viewer viewer, String clone) {
        access.requireAdministrator(viewer);
        tell(viewer, IN + clone);
    }

    private void tell(Viewer viewer, String message) {
        LOG.log(Level.INFO, "Routing changed by {0}: {1}", new Object[] {viewer.name(), message});
        broadcast.sendAndAwait(CHANNEL, message, PATIENCE);
    }

    private void hear(String message) {
        if (message.equals(OUT + members.selfName())) {
            mark(true);
        } else if (message.equals(IN + members.selfName())) {
            mark(false);
        }
    }

    private void mark(boolean out) {
        Path file = fileIn(folder.orElseThrow(() -> new IllegalStateException("COMMONPLACE_FOLDER is not set")));
        try {
            if (!out) {
                Files.deleteIfExists(file);
            } else if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changed.fire(new Changed());
    }

    private static Path fileIn(String folder) {
        return Path.of(folder, FILE);
    }

    /** This clone went out of the routing or came in. */
    record Changed() {}
}
