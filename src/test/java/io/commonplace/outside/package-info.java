/** The whole cluster, as people, scripts and accidents meet it: over HTTP, in a browser, by signals to its parts. Each test makes what it needs (a space, a person) and depends on no other. */
@NullMarked
package io.commonplace.outside;

import org.jspecify.annotations.NullMarked;
