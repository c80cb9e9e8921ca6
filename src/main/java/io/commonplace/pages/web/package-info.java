/**
 * Pages in the browser. {@link io.commonplace.pages.web.PageServlet} resolves addresses. Each bean that is named after an
 * action ({@link io.commonplace.pages.web.PageEditor}, {@link io.commonplace.pages.web.MovePageForm}) belongs to one view.
 * Out of scope: rights and storage, which {@code pages} decides.
 */
@NullMarked
package io.commonplace.pages.web;

import org.jspecify.annotations.NullMarked;
