/** See {@link io.commonplace.wrong}. */
@NullMarked
package io.commonplace.wrong.rendering;

import org.jspecify.annotations.NullMarked;
