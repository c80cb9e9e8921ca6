package io.commonplace.search;

import io.commonplace.platform.Refusal;
import java.io.Serial;

/** Somebody else has changed the synonyms since this person opened them. */
public final class SynonymConflict extends Refusal {
    @Serial
    private static final long serialVersionUID = 1;

    SynonymConflict(String changedByName) {
        super("search.synonyms.conflict", changedByName);
    }
}
