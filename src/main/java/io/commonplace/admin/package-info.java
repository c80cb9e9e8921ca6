/**
 * Queries about spaces for administrators: {@link io.commonplace.admin.SpaceQueries}. The pages are in {@code admin.web}.
 * Out of scope: people, groups and rights ({@code people}), and the data that the cluster page shows ({@code operations}).
 */
@NullMarked
package io.commonplace.admin;

import org.jspecify.annotations.NullMarked;
