/** What the renderer promises; the CommonMark specification's examples lie in the resources beside. */
@NullMarked
package io.commonplace.rendering;

import org.jspecify.annotations.NullMarked;
