/**
 * The format of the log: {@link io.commonplace.platform.log.LogContext} says what a thread works on, and
 * {@link io.commonplace.platform.log.JsonLines} writes it. The server loads this package before the application
 * ({@code payara-config/clone}), so it must depend on nothing but the JDK. Other packages use only its public members.
 * Out of scope: where the lines go.
 */
@NullMarked
package io.commonplace.platform.log;

import org.jspecify.annotations.NullMarked;
