package io.commonplace.people;

/** A row in the list of people. @param groups the names of their groups, separated by commas */
public record PersonRow(long id, String name, String displayName, boolean active, String groups) {}
