/** Signing in and out, whom the present request belongs to, and the pages about people, groups and rights. */
@NullMarked
package io.commonplace.people.web;

import org.jspecify.annotations.NullMarked;
