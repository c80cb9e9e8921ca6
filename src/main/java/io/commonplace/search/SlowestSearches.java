package io.commonplace.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The slowest searches of the last hour. */
final class SlowestSearches {
    private static final int KEPT = 10;
    private static final Duration AGE = Duration.ofHours(1);

    /** Characters of a text. */
    private static final int MAX_LENGTH = 200;

    private static final Comparator<SlowSearch> SLOWEST_FIRST =
            Comparator.comparing(SlowSearch::taken).reversed();

    private final List<SlowSearch> searches = new ArrayList<>();
    private final Supplier<Instant> clock;

    SlowestSearches(Supplier<Instant> clock) {
        this.clock = clock;
    }

    synchronized void add(SearchQuery query, Duration taken, long found) {
        forgetOld();
        if (searches.size() == KEPT && searches.get(KEPT - 1).taken().compareTo(taken) >= 0) {
            return;
        }
        String text = query.text();
        String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        searches.add(new SlowSearch(clock.get(), shown, taken, found));
        searches.sort(SLOWEST_FIRST);
        if (searches.size() > KEPT) {
            searches.remove(KEPT);
        }
    }

    /** The slowest first. */
    synchronized List<SlowSearch> all() {
        forgetOld();
        return List.copyOf(searches);
    }

    private void forgetOld() {
        Instant oldest = clock.get().minus(AGE);
        searches.removeIf(search -> search.at().isBefore(oldest));
    }
}
