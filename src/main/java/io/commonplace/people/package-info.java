/**
 * Who may do what: people, groups, passwords, sessions and the rights of groups in spaces.
 * {@link io.commonplace.people.Access} is the one place where a right is checked, {@link io.commonplace.people.SignIn} checks a
 * password, {@link io.commonplace.people.Sessions} keeps sessions in the grid with a backup in the database. Out of scope:
 * cookies and forms, which are in {@code people.web}.
 */
@NullMarked
package io.commonplace.people;

import org.jspecify.annotations.NullMarked;
