/**
 * The pages below {@code /admin} for spaces, the cluster and maintenance. A new admin page needs a bean here, like
 * {@link io.commonplace.admin.web.SpacesPage}, and a view in {@code webapp/admin}, whose name is its address. Out of scope:
 * the pages for people and groups, which are in
 * {@code people.web}.
 */
@NullMarked
package io.commonplace.admin.web;

import org.jspecify.annotations.NullMarked;
