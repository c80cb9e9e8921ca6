/**
 * Spaces, their page trees, pages, revisions, drafts and the trash. {@link io.commonplace.pages.PageReader} reads pages
 * through the caches, {@link io.commonplace.pages.Pages} creates and saves, {@link io.commonplace.pages.Moves} moves,
 * {@link io.commonplace.pages.Trash} deletes and restores, {@link io.commonplace.pages.Drafts} stores unsaved text,
 * {@link io.commonplace.pages.Presence} tells who else is editing. {@link io.commonplace.pages.SpaceEnds} archives and deletes
 * spaces. {@link io.commonplace.pages.PageEvent} tells what happened to a page besides its text. Out of scope: HTML from
 * Markdown ({@code rendering}), files ({@code attachments}), import ({@code transfer}).
 */
@NullMarked
package io.commonplace.pages;

import org.jspecify.annotations.NullMarked;
