package io.commonplace.search;

/**
 * What somebody looks for, and among which pages.
 *
 * @param query without the time that was chosen as a filter
 * @param spaces that the person may see
 */
public record PageQuery(SearchQuery query, VisibleSpaces spaces, Synonyms synonyms) {}
