/** The edge towards the browser: addresses ({@link io.commonplace.platform.web.Routes}), security headers, CSRF protection, error pages, and what forms share. */
@NullMarked
package io.commonplace.platform.web;

import org.jspecify.annotations.NullMarked;
