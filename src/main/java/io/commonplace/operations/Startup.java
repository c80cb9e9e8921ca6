package io.commonplace.operations;

import io.commonplace.cache.CacheWiring;
import io.commonplace.database.Migrations;
import io.commonplace.jobs.JobFeed;
import io.commonplace.people.FirstAdministrator;
import io.commonplace.search.IndexFollower;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Prepares a clone at its start: subscribes to broadcasts, migrates the schema, creates the first administrator, and opens the
 * search index.
 */
@ApplicationScoped
public class Startup {
    private static final Logger LOG = Logger.getLogger(Startup.class.getName());
    private static final int RETRY_SECONDS = 2;
    private static final Duration MAX_INDEX_WAIT = Duration.ofSeconds(10);

    @Inject
    private CacheWiring trust;

    @Inject
    private JobFeed feed;

    @Inject
    private Migrations migrations;

    @Inject
    private FirstAdministrator administrator;

    @Inject
    private IndexFollower index;

    @Resource
    private ManagedScheduledExecutorService executor;

    private volatile boolean done;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        trust.open();
        feed.open();
        prepareDatabase();
    }

    /** Whether the clone can serve requests. */
    public boolean isDone() {
        return done;
    }

    /** Retries until the database is available. */
    private void prepareDatabase() {
        try {
            int applied = migrations.apply();
            trust.startHeartbeat();
            administrator.createIfNobody();
            index.open(MAX_INDEX_WAIT);
            done = true;
            LOG.log(Level.INFO, "Ready; {0} migrations applied", applied);
        } catch (RuntimeException | Error e) {
            // Also catches an Error, which the Future of the retry would swallow; the clone would then never become
            // ready.
            LOG.log(Level.WARNING, "The database is not ready, trying again: {0}", e.toString());
            var unused = executor.schedule(this::prepareDatabase, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }
}
