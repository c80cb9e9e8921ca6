package io.commonplace.search;

import java.time.LocalDate;
import java.time.Period;

/** How long ago the last change of a page may be. */
public enum ChangedWithin {
    WEEK(Period.ofWeeks(1)),
    MONTH(Period.ofMonths(1)),
    YEAR(Period.ofYears(1));

    private final Period period;

    ChangedWithin(Period period) {
        this.period = period;
    }

    SearchQuery.Dates until(LocalDate today) {
        return new SearchQuery.Dates(today.minus(period), LocalDate.MAX);
    }
}
