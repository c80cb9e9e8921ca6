/** What holds for the repository's own files: the poms, the Maven wrapper, the links and the quotations of the documentation. */
@NullMarked
package io.commonplace.repository;

import org.jspecify.annotations.NullMarked;
