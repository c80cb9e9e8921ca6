/** Reading and writing pages in the browser. */
@NullMarked
package io.commonplace.pages.web;

import org.jspecify.annotations.NullMarked;
