/** Spaces, their page trees, pages and revisions. */
@NullMarked
package io.commonplace.pages;

import org.jspecify.annotations.NullMarked;
