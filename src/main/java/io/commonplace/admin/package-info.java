/**
 * What administrators look up about spaces: {@link io.commonplace.admin.SpaceQueries}. The pages are in {@code admin.web}.
 * Out of scope: people, groups and rights ({@code people}), and what the cluster page shows ({@code operations}).
 */
@NullMarked
package io.commonplace.admin;

import org.jspecify.annotations.NullMarked;
