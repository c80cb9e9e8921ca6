/**
 * The read-only notice on every page: {@link io.commonplace.operations.web.SiteMode} for views, {@link
 * io.commonplace.operations.web.ModeServlet} for open pages. Out of scope: the decision; {@link
 * io.commonplace.database.ReadOnlyMode} makes it.
 */
@NullMarked
package io.commonplace.operations.web;

import org.jspecify.annotations.NullMarked;
