package io.commonplace.search;

import java.util.List;

/** The first results of a search with the saved synonyms, and with those that somebody edits. */
public record SynonymTrial(List<SearchResult> saved, List<SearchResult> edited) {
    public SynonymTrial {
        saved = List.copyOf(saved);
        edited = List.copyOf(edited);
    }
}
