package io.commonplace.recipes;

import java.util.Map;

/** What a recipe leaves out: where the counts are. */
interface WordCounts {
    int pages(long space);

    Map<Long, Integer> count(long space, int first, int last);

    void store(Map<Long, Integer> wordsByPage);

    long sum(long space);
}
