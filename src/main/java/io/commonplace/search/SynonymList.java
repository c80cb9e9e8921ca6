package io.commonplace.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The synonyms of the whole site as they are now.
 *
 * @param standard whether it is the program's own list
 * @param version changes with each save
 * @param changedByName empty if nobody has changed it yet
 * @param changedAt null if nobody has changed it yet
 */
public record SynonymList(
        SynonymText text,
        boolean standard,
        int version,
        String changedByName,
        @Nullable Instant changedAt) {
    static final SynonymList STANDARD = new SynonymList(SynonymText.STANDARD, true, 0, "", null);
}
