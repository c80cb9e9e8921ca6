/**
 * Makes safe HTML of Markdown. {@link io.commonplace.rendering.Renderer} is the way in: it parses a page's source, tells
 * which links it holds, and renders it once somebody says where these lead.
 *
 * <p>A page takes this way: {@code SourceCheck} and {@code FrontMatter} look at the text, {@code Dialect} has
 * CommonMark with our extensions parse it and write HTML, and {@code Sanitizing} streams that HTML through
 * {@code LinkStage}, the policy, and the stages that add what only we may add: ids, anchors, table frames.
 *
 * <p>Everything is bounded by {@link io.commonplace.rendering.Limits}, since pages come from untrusted archives. What
 * breaks a limit is a {@link io.commonplace.rendering.RenderingRefused}.
 *
 * <p>Out of scope: where pages and files live, who may see them, HTTP, and highlighting code.
 */
@NullMarked
package io.commonplace.rendering;

import org.jspecify.annotations.NullMarked;
