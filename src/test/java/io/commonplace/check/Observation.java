package io.commonplace.check;

import org.jspecify.annotations.Nullable;

/**
 * One state of a page, as an operation showed it.
 *
 * @param token of the text shown, or of the text that gave the page the title shown
 * @param titleOnly whether only the title was shown: later texts may have left it unchanged
 * @param place the page's path within the space
 */
record Observation(
        String page,
        String token,
        boolean titleOnly,
        @Nullable String place) {}
