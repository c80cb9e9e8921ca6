package io.commonplace.transfer;

import java.util.Locale;

/** What an import does with pages of a former import whose files are not in the archive any more. */
public enum GonePages {
    KEEP,
    TRASH;

    /** What a form or a program has sent; {@link #KEEP} unless it says otherwise. */
    public static GonePages of(String written) {
        return written.toUpperCase(Locale.ROOT).equals(TRASH.name()) ? TRASH : KEEP;
    }
}
