/**
 * Renders Markdown to safe HTML. {@link io.commonplace.rendering.Renderer} is the entry point: it parses a page's source,
 * lists its links, and renders it with a resolver for these links.
 *
 * <p>The steps: {@code SourceCheck} and {@code FrontMatter} read the text. {@code Dialect} parses it by CommonMark with our
 * extensions and writes HTML. {@code Sanitizing} streams that HTML through {@code LinkStage}, the policy, and the stages
 * that add what only we may add: ids, anchors, wrapped tables.
 *
 * <p>{@link io.commonplace.rendering.Limits} bound everything, because pages come from untrusted archives. A page that
 * exceeds one is refused with {@link io.commonplace.rendering.RenderingRefused}.
 *
 * <p>Out of scope: where pages and files are stored, who may see them, HTTP, and highlighting of code.
 */
@NullMarked
package io.commonplace.rendering;

import org.jspecify.annotations.NullMarked;
