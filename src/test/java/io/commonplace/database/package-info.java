/** Tests of database access; {@code servers} has those that need database servers of their own. */
@NullMarked
package io.commonplace.database;

import org.jspecify.annotations.NullMarked;
