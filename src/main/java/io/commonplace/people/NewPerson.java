package io.commonplace.people;

/** What an administrator says about somebody who is to join. @param name what they will type to sign in */
public record NewPerson(String name, String displayName, String password) {}
