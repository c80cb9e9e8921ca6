/**
 * Sign-in and sign-out ({@link io.commonplace.people.web.SiteAuthentication}, {@link
 * io.commonplace.people.web.RequireSignIn}), the person of a request ({@link io.commonplace.people.web.CurrentUser}), and
 * the pages for people, groups and rights. Out of scope: what a right allows; {@link io.commonplace.people.Access} decides
 * that.
 */
@NullMarked
package io.commonplace.people.web;

import org.jspecify.annotations.NullMarked;
