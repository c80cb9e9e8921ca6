/**
 * Protects the grid's port: a peer that connects must first prove that it has the grid's key
 * ({@link io.commonplace.cluster.gate.MemberHandshake}). The runtime loads this package before the application
 * ({@code payara-config/clone}), so it must not use any other class of the application. Out of scope: what members say to
 * each other.
 */
@NullMarked
package io.commonplace.cluster.gate;

import org.jspecify.annotations.NullMarked;
