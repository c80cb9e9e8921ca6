/** Tests of the renderer. The resources of this package hold the examples of the CommonMark specification. */
@NullMarked
package io.commonplace.rendering;

import org.jspecify.annotations.NullMarked;
