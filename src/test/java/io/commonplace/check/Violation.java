package io.commonplace.check;

import org.jspecify.annotations.Nullable;

/**
 * A promise that wasn't kept.
 *
 * @param operation that shows it
 * @param because the operation because of which it should have been otherwise
 */
record Violation(
        Promise promise,
        String explanation,
        @Nullable Operation operation,
        @Nullable Operation because) {}
