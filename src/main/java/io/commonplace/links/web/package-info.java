/**
 * The link graph in the browser: the pages that link to a page ({@link io.commonplace.links.web.LinkedFrom}), and what is
 * wrong with the links of a space ({@link io.commonplace.links.web.LinksPage}). Out of scope: rights and queries, which
 * {@code links} decides.
 */
@NullMarked
package io.commonplace.links.web;

import org.jspecify.annotations.NullMarked;
