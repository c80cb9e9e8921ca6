/**
 * The primary and its replicas. {@link io.commonplace.database.ReadRouter} decides from which server a request reads,
 * {@link io.commonplace.database.Writes} marks a use case that changes something, {@link io.commonplace.database.ReadOnlyMode}
 * decides whether anything can be saved, and {@link io.commonplace.database.Heartbeat} shows the replicas' lag and which clones
 * are alive. Only this package uses plain JDBC. Out of scope: what is stored.
 */
@NullMarked
package io.commonplace.database;

import org.jspecify.annotations.NullMarked;
