/** What benchmarks deploy beside the application. */
@NullMarked
package io.commonplace.bench;

import org.jspecify.annotations.NullMarked;
