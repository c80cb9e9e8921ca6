package io.commonplace.search;

/** How many results have a value. @param value the identifier of a space, or a person's name */
public record FacetCount(String value, int count) {}
