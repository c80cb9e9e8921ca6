package io.commonplace.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What the next step of the index wants to read.
 *
 * @param wanted numbers of the change log
 * @param checksAfter the page after which versions are compared; empty if they aren't
 * @param missed of versions in the database, the pages of which the index has another one
 */
record IndexRequest(
        List<ChangeCursor.Range> wanted,
        IndexState state,
        OptionalLong checksAfter,
        Function<Map<Long, Integer>, Collection<Long>> missed) {}
