/** Breaks each of the rules of {@link io.commonplace.ArchitectureRules}, so that they are seen to find it. Nothing of it runs. */
@NullMarked
package io.commonplace.wrong;

import org.jspecify.annotations.NullMarked;
