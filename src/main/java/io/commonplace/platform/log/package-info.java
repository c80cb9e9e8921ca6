/**
 * What a line of the log tells beside its message: {@link io.commonplace.platform.log.LogContext}, what the thread works for,
 * and {@link io.commonplace.platform.log.JsonLines}, which writes it. {@code payara-config/clone} also gives this package to
 * the server itself, which makes its formatters before there is an application: it must need nothing but the JDK, and its
 * classes are used from outside by what is public only.
 */
@NullMarked
package io.commonplace.platform.log;

import org.jspecify.annotations.NullMarked;
