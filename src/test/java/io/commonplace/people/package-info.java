/** Tests of who may do what. */
@NullMarked
package io.commonplace.people;

import org.jspecify.annotations.NullMarked;
