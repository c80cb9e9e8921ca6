/** Tests of {@code io.commonplace.pages}. */
@NullMarked
package io.commonplace.pages;

import org.jspecify.annotations.NullMarked;
