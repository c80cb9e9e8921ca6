/** Servlets that benchmarks deploy in addition to the application. */
@NullMarked
package io.commonplace.bench;

import org.jspecify.annotations.NullMarked;
