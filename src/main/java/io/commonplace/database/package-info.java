/** The primary and its replicas: where to read, how to write, how far replication is. {@link io.commonplace.database.ReadRouter} decides from where a request reads, {@link io.commonplace.database.Writes} marks what changes something. Out of scope: what is stored. */
@NullMarked
package io.commonplace.database;

import org.jspecify.annotations.NullMarked;
