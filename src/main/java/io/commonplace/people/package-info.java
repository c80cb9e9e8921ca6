/**
 * People, groups, passwords, sessions, and the rights of groups in spaces. {@link io.commonplace.people.Access} checks every
 * right, {@link io.commonplace.people.SignIn} verifies passwords, {@link io.commonplace.people.Readers} finds people to
 * mention, and {@link io.commonplace.people.Sessions} stores sessions in the grid, with a backup in the database. Out of
 * scope: cookies and forms, which are in {@code people.web}.
 */
@NullMarked
package io.commonplace.people;

import org.jspecify.annotations.NullMarked;
