/** Tests of attached files. */
@NullMarked
package io.commonplace.attachments;

import org.jspecify.annotations.NullMarked;
