/**
 * Pages in the browser. {@link io.commonplace.pages.web.PageRoute} finds what an address means, the beans named after an
 * action ({@link io.commonplace.pages.web.PageEditor}, {@link io.commonplace.pages.web.MovePageForm}) stand behind one view
 * each. Out of scope: rights and storage, which are decided in {@code pages}.
 */
@NullMarked
package io.commonplace.pages.web;

import org.jspecify.annotations.NullMarked;
