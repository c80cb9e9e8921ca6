/**
 * Full-text search. Each clone has an index on its own disk, a cache that can be deleted at any time.
 * {@link io.commonplace.search.ChangeLog} records in the transaction of a change which pages it changes,
 * {@link io.commonplace.search.IndexFollower} reads that log and keeps the {@link io.commonplace.search.PageIndex} current,
 * {@link io.commonplace.search.SnapshotClient} copies that of another clone into a clone without one, and
 * {@link io.commonplace.search.Search} answers queries with what the person may see. Only this package uses Lucene. Out of
 * scope: who may see what ({@code people}), and the pages themselves ({@code pages}).
 */
@NullMarked
package io.commonplace.search;

import org.jspecify.annotations.NullMarked;
