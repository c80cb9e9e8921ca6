/**
 * HTTP and Faces for all features: how addresses are written ({@link io.commonplace.platform.web.AddressFilter}), security headers,
 * CSRF protection ({@link io.commonplace.platform.web.CsrfFilter}), error pages
 * ({@link io.commonplace.platform.web.Failures}), what they offer instead of a missing page
 * ({@link io.commonplace.platform.web.SimilarPages}), metrics of requests ({@link io.commonplace.platform.web.RequestKinds}), and
 * the handling of forms ({@link io.commonplace.platform.web.FormAction}, {@link io.commonplace.platform.web.FlashMessages}). Out
 * of scope: which addresses there are (the features' views and servlets say it), and who is signed in.
 */
@NullMarked
package io.commonplace.platform.web;

import org.jspecify.annotations.NullMarked;
