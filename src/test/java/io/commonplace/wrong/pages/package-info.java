/** See {@link io.commonplace.wrong}. */
@NullMarked
package io.commonplace.wrong.pages;

import org.jspecify.annotations.NullMarked;
