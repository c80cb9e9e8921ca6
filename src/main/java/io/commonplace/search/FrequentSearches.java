package io.commonplace.search;

/** The order, and the choice, of searches in a list of what people search for. */
public enum FrequentSearches {
    ALL("sum(searches)"),
    WITHOUT_PAGES("sum(without_pages)"),
    /** Searches that found something, but nobody opened a result. */
    WITHOUT_CLICK(FrequentSearches.UNOPENED);

    static final String UNOPENED = "greatest(0, coalesce(sum(case when clicks is not null"
            + " then searches - without_pages - clicks end), 0))";

    private final String count;

    FrequentSearches(String count) {
        this.count = count;
    }

    /** An expression over the days of one text. */
    String count() {
        return count;
    }
}
