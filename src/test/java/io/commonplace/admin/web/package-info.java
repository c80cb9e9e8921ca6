/** Tests of {@code io.commonplace.admin.web}. */
@NullMarked
package io.commonplace.admin.web;

import org.jspecify.annotations.NullMarked;
