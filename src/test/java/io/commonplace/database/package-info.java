/** Tests of replication positions, without a server. */
@NullMarked
package io.commonplace.database;

import org.jspecify.annotations.NullMarked;
