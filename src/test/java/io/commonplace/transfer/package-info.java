/** Tests of archives, their files, and import plans. */
@NullMarked
package io.commonplace.transfer;

import org.jspecify.annotations.NullMarked;
