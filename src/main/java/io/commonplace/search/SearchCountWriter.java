package io.commonplace.search;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;

/** Adds counts to those of the day, and deletes old ones. */
@ApplicationScoped
public class SearchCountWriter {
    @Inject
    private SearchCountStore store;

    @Writes
    public void write(LocalDate day, Map<String, SearchCounts.Counted> counts) {
        store.add(day, counts);
        store.deleteBefore(day.minusDays(SearchCounts.DAYS));
    }
}
