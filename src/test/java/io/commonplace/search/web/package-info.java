/** Tests of {@code io.commonplace.search.web}. */
@NullMarked
package io.commonplace.search.web;

import org.jspecify.annotations.NullMarked;
