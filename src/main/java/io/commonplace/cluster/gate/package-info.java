/**
 * The door of the grid's port: whoever connects shows first that they have the grid's key. It is loaded by the runtime,
 * before there is an application ({@code payara-config/clone}), and so uses nothing of the application.
 */
@NullMarked
package io.commonplace.cluster.gate;

import org.jspecify.annotations.NullMarked;
