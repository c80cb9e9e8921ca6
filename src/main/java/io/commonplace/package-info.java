/**
 * Commonplace, an intranet knowledge base. Features are packages; imports only go down this list, and a test holds it:
 *
 * <pre>
 * {rendering, diff} -> platform -> {database, cluster} -> jobs -> people -> pages -> {links, attachments}
 *     -> {search, notifications, transfer} -> admin
 * </pre>
 *
 * <p>What knows HTTP or Faces lies in a feature's {@code web} package.
 */
@NullMarked
package io.commonplace;

import org.jspecify.annotations.NullMarked;
