/** Tests of the figures. */
@NullMarked
package io.commonplace.admin.figures;

import org.jspecify.annotations.NullMarked;
