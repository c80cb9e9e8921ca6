/**
 * Commonplace, an intranet knowledge base. Features are packages. Imports only go down this list, siblings in braces don't
 * import each other, and {@code ArchitectureTest} reads the order from here:
 *
 * <pre>
 * rendering -> platform -> {database, cluster} -> cache -> jobs -> people -> pages -> {links, attachments}
 *     -> {search, transfer} -> operations -> admin
 * </pre>
 *
 * <p>What knows HTTP or Faces lies in a feature's {@code web} package. A lower package speaks to a higher one by a CDI event,
 * or by an interface that the higher one implements.
 */
@NullMarked
package io.commonplace;

import org.jspecify.annotations.NullMarked;
