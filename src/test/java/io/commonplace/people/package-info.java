/** Tests of accounts, sessions and rights. */
@NullMarked
package io.commonplace.people;

import org.jspecify.annotations.NullMarked;
