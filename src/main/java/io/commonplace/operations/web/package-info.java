/**
 * Notices and descriptions of the site as a whole. The read-only notice on every page: {@link
 * io.commonplace.operations.web.SiteMode} for views, {@link io.commonplace.operations.web.ModeServlet} for open pages. The
 * description of the HTTP API: {@link io.commonplace.operations.web.ApiDescription}. Out of scope: whether the site is
 * read-only, which {@link io.commonplace.database.ReadOnlyMode} decides, and the API itself, which the features serve.
 */
@NullMarked
package io.commonplace.operations.web;

import org.jspecify.annotations.NullMarked;
