/** Tests of the link graph. */
@NullMarked
package io.commonplace.links;

import org.jspecify.annotations.NullMarked;
