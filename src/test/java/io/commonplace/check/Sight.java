package io.commonplace.check;

import org.jspecify.annotations.Nullable;

/**
 * That a page was seen in some state.
 *
 * @param token of the text that was shown, or of the text that gave the page the title that was shown
 * @param title whether only the title was shown: texts after it may have left it as it was
 * @param place the page's address within the space, where it was shown
 */
record Sight(
        String page, String token, boolean title, @Nullable String place) {}
