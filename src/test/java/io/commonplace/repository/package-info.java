/** What holds for the repository's own files: the poms, the Maven wrapper. */
@NullMarked
package io.commonplace.repository;

import org.jspecify.annotations.NullMarked;
