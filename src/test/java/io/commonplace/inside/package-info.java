/**
 * The environment of tests that run inside a clone. An additional clone of the test's cluster is started like any other, with
 * the application and the tests in its archive. The tests themselves are in the packages that they test.
 */
@NullMarked
package io.commonplace.inside;

import org.jspecify.annotations.NullMarked;
