package io.commonplace.people;

/** A line in the list of people. @param groups the names of the groups they are listed in */
public record PersonRow(long id, String name, String displayName, boolean active, String groups) {}
