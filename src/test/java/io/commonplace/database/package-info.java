/** Tests of replication positions. */
@NullMarked
package io.commonplace.database;

import org.jspecify.annotations.NullMarked;
