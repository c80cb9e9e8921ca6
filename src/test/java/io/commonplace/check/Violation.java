package io.commonplace.check;

import org.jspecify.annotations.Nullable;

/**
 * A violation of an invariant.
 *
 * @param operation the operation that shows it
 * @param because the earlier operation that it contradicts
 */
record Violation(
        Invariant invariant,
        String explanation,
        @Nullable Operation operation,
        @Nullable Operation because) {}
