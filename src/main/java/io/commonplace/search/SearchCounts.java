package io.commonplace.search;

import io.commonplace.database.Migrations;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.database.ReadRouter;
import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import io.commonplace.platform.PeriodicTask;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what people search for, how often they find nothing, and how often they open a result. It stores no person. A clone
 * keeps its counts for half a minute before it adds them to the database; those of a clone that is killed are lost.
 */
@ApplicationScoped
public class SearchCounts {
    /** The number of days for which counts are kept, and shown. */
    public static final int DAYS = 90;

    private static final int MAX_LENGTH = 100;

    /** Characters, with white space that doesn't count. A longer text isn't even looked at. */
    private static final int MAX_TYPED = 1_000;

    /** Different texts in half a minute; more are not counted. */
    private static final int MAX_TEXTS = 1_000;

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final PeriodicTask writing = new PeriodicTask("search-counts", this::writeIfPossible);

    /** Sorted, so that clones which write the same texts wait for each other, and cause no deadlock. */
    private Map<String, Counted> counts = new TreeMap<>();

    @Inject
    private SearchCountWriter writer;

    @Inject
    private Migrations migrations;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private ReadRouter router;

    @Inject
    private Access access;

    @Inject
    private Clock clock;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        writing.start(INTERVAL, INTERVAL);
    }

    @PreDestroy
    void stop() {
        writing.close();
    }

    /** Counts a search. @param found the number of pages */
    public void count(String typed, long found) {
        add(typed, new Counted(1, found == 0 ? 1 : 0, 0));
    }

    /** Counts that a result was opened: once for each search, however many results are. */
    public void countClick(String typed) {
        add(typed, new Counted(0, 0, 1));
    }

    private void add(String typed, Counted counted) {
        String text = typed.length() > MAX_TYPED
                ? ""
                : typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && text.length() <= MAX_LENGTH) {
            addText(text, counted);
        }
    }

    private synchronized void addText(String text, Counted counted) {
        if (counts.size() < MAX_TEXTS || counts.containsKey(text)) {
            counts.merge(text, counted, Counted::plus);
        }
    }

    /**
     * The most frequent searches of the last {@value #DAYS} days.
     *
     * @throws io.commonplace.platform.Forbidden if the viewer is not an administrator of the site
     */
    public List<SearchFrequency> frequent(Viewer viewer, FrequentSearches which, int limit) {
        access.requireAdministrator(viewer);
        return router.read(em -> SearchCountQueries.frequent(em, today().minusDays(DAYS), which, limit));
    }

    private void writeIfPossible() {
        if (migrations.isApplied() && !mode.isOn()) {
            Map<String, Counted> taken = take();
            if (!taken.isEmpty()) {
                writer.write(today(), taken);
            }
        }
    }

    private synchronized Map<String, Counted> take() {
        Map<String, Counted> taken = counts;
        counts = new TreeMap<>();
        return taken;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** How often, how often without a page, and how often a result was opened. */
    record Counted(int searches, int withoutPages, int clicks) {
        private Counted plus(Counted other) {
            return new Counted(searches + other.searches, withoutPages + other.withoutPages, clicks + other.clicks);
        }
    }
}
