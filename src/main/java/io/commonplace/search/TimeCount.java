package io.commonplace.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many results are so new. @param within null for results of any time */
public record TimeCount(@Nullable ChangedWithin within, int count) {
    /** @param counts of spans of days, in their order */
    static List<TimeCount> of(LocalDate today, Function<List<SearchQuery.Dates>, List<Integer>> counts) {
        List<SearchQuery.Dates> spans = new ArrayList<>(List.of(SearchQuery.Dates.ALL));
        for (ChangedWithin within : ChangedWithin.values()) {
            spans.add(within.until(today));
        }
        List<Integer> counted = counts.apply(spans);
        List<TimeCount> times = new ArrayList<>(List.of(new TimeCount(null, counted.get(0))));
        for (ChangedWithin within : ChangedWithin.values()) {
            times.add(new TimeCount(within, counted.get(within.ordinal() + 1)));
        }
        return times;
    }
}
