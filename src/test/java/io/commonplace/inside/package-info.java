/** Tests inside a running clone: a further clone of the test's cluster is started as any other is, with the whole application and the tests in its archive. The tests themselves lie in the packages of what they test. */
@NullMarked
package io.commonplace.inside;

import org.jspecify.annotations.NullMarked;
