package io.commonplace.search;

/** A page whose title fits what was typed. */
public record Suggestion(String title, String space, String href) {}
