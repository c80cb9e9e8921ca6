/**
 * The link graph: which page links where, and whether the target is there. {@link io.commonplace.links.LinkStore} stores the
 * links of each text in the transaction that stores the text. When a target comes, goes or is renamed, {@link
 * io.commonplace.links.LinkSweep} finds the pages that are affected, and renders exactly these again, on all clones. {@link
 * io.commonplace.links.Backlinks} and {@link io.commonplace.links.LinkReports} read the graph. After a move, {@link
 * io.commonplace.links.RewriteLinks} makes links lead to the new addresses. Out of scope: how a link is resolved ({@code
 * pages}).
 */
@NullMarked
package io.commonplace.links;

import org.jspecify.annotations.NullMarked;
