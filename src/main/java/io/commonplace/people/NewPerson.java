package io.commonplace.people;

/** The data for a new account. @param name the user name, typed to sign in */
public record NewPerson(String name, String displayName, String password) {}
