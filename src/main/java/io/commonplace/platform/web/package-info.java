/**
 * HTTP and Faces for all features: addresses ({@link io.commonplace.platform.web.Routes}), security headers, CSRF protection
 * ({@link io.commonplace.platform.web.CsrfFilter}), error pages ({@link io.commonplace.platform.web.Failures}), and the
 * handling of forms ({@link io.commonplace.platform.web.FormAction}, {@link io.commonplace.platform.web.FlashMessages}). Out of scope: who
 * is signed in.
 */
@NullMarked
package io.commonplace.platform.web;

import org.jspecify.annotations.NullMarked;
