/** Who may do what: people, groups, passwords and the rights of groups in spaces. {@link io.commonplace.people.Access} is the one place that decides. */
@NullMarked
package io.commonplace.people;

import org.jspecify.annotations.NullMarked;
