/**
 * What every page shows about saving: {@link io.commonplace.operations.web.SiteMode} for views,
 * {@link io.commonplace.operations.web.ModeServlet} for pages that are open. Out of scope: whether anything can be saved;
 * {@link io.commonplace.database.ReadOnlyMode} decides that.
 */
@NullMarked
package io.commonplace.operations.web;

import org.jspecify.annotations.NullMarked;
