/** The administrator's pages. */
@NullMarked
package io.commonplace.admin.web;

import org.jspecify.annotations.NullMarked;
