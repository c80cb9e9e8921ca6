/**
 * Tests of the search, and the judged queries that measure its ranking. {@link io.commonplace.search.SearchBench} prints the
 * measurements, {@link io.commonplace.search.RankingTuner} looks for better weights.
 */
@NullMarked
package io.commonplace.search;

import org.jspecify.annotations.NullMarked;
