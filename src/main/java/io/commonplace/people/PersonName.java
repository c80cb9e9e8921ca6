package io.commonplace.people;

/** How a person is called. @param name the user name, typed to sign in */
public record PersonName(String name, String displayName) {}
