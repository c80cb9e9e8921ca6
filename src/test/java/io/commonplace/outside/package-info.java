/**
 * Tests of the whole cluster from outside: over HTTP, in a browser, and with signals to its parts. Each test creates what
 * it needs (a space, a person) and depends on no other.
 */
@NullMarked
package io.commonplace.outside;

import org.jspecify.annotations.NullMarked;
