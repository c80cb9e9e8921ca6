/** Tests of {@code io.commonplace.pages.web}. */
@NullMarked
package io.commonplace.pages.web;

import org.jspecify.annotations.NullMarked;
