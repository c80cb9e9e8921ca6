/** See {@link io.commonplace.wrong}. */
@NullMarked
package io.commonplace.wrong.web;

import org.jspecify.annotations.NullMarked;
