/** Files beside pages: content-addressed bytes and the names they have in a space. */
@NullMarked
package io.commonplace.attachments;

import org.jspecify.annotations.NullMarked;
