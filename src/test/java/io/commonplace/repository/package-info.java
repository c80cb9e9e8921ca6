/** What holds for the repository's own files: its poms. */
@NullMarked
package io.commonplace.repository;

import org.jspecify.annotations.NullMarked;
