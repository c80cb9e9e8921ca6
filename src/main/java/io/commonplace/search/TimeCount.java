package io.commonplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many results are so new. @param within null for results of any time */
public record TimeCount(@Nullable ChangedWithin within, int count) {
    /** The days of any time, and of each choice. */
    static List<SearchQuery.Dates> spans(LocalDate today) {
        List<SearchQuery.Dates> spans = new ArrayList<>(List.of(SearchQuery.Dates.ALL));
        for (ChangedWithin within : ChangedWithin.values()) {
            spans.add(within.until(today));
        }
        return spans;
    }

    /** @param counts for {@link #spans} */
    static List<TimeCount> of(List<Integer> counts) {
        List<TimeCount> times = new ArrayList<>(List.of(new TimeCount(null, counts.get(0))));
        for (ChangedWithin within : ChangedWithin.values()) {
            times.add(new TimeCount(within, counts.get(within.ordinal() + 1)));
        }
        return times;
    }
}
