/**
 * Signing in and out ({@link io.commonplace.people.web.SiteAuthentication},
 * {@link io.commonplace.people.web.RequireSignIn}), whom a request belongs to
 * ({@link io.commonplace.people.web.CurrentUser}), and the pages about people, groups and rights. Out of scope: what a right
 * allows; {@link io.commonplace.people.Access} decides that.
 */
@NullMarked
package io.commonplace.people.web;

import org.jspecify.annotations.NullMarked;
