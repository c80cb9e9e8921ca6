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
 * Drains a clone before maintenance on it: its readiness probe fails for all balancers, and requests in progress are
 * finished. The state is a file in the clone's folder, which a script on that host can create too. The next start of the
 * clone deletes it.
 */
@ApplicationScoped
public class Draining {
    private static final Logger LOG = Logger.getLogger(Draining.class.getName());
    private static final String CHANNEL = "draining";
    private static final String OUT = "out ";
    private static final String IN = "in ";
    private static final String FILE = "draining";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

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
        broadcast.on(CHANNEL, this::receive);
    }

    /** Whether this clone is draining. */
    public boolean isOn() {
        return folder.map(Draining::fileIn).filter(file -> Files.exists(file)).isPresent();
    }

    /**
     * Drains a clone.
     *
     * @param clones the names of all clones that are ready and not draining
     * @throws NotFound if {@code clone} is not one of them
     * @throws Refusal if it is the only one
     */
    public void drain(Viewer viewer, String clone, List<String> clones) {
        access.requireAdministrator(viewer);
        if (!clones.contains(clone)) {
            throw new NotFound("cluster.clone.notFound");
        }
        if (clones.size() == 1) {
            throw new Refusal("cluster.clone.last", clone);
        }
        send(viewer, OUT + clone);
    }

    /** Ends the draining of a clone. Has no effect on a clone that is not draining. */
    public void resume(Viewer viewer, String clone) {
        access.requireAdministrator(viewer);
        send(viewer, IN + clone);
    }

    private void send(Viewer viewer, String message) {
        LOG.log(Level.INFO, "Routing changed by {0}: {1}", new Object[] {viewer.name(), message});
        broadcast.sendAndAwait(CHANNEL, message, TIMEOUT);
    }

    private void receive(String message) {
        if (message.equals(OUT + members.selfName())) {
            setDraining(true);
        } else if (message.equals(IN + members.selfName())) {
            setDraining(false);
        }
    }

    private void setDraining(boolean on) {
        Path file = fileIn(folder.orElseThrow(() -> new IllegalStateException("COMMONPLACE_FOLDER is not set")));
        try {
            if (!on) {
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

    /** This clone has started or stopped draining. */
    record Changed() {}
}
