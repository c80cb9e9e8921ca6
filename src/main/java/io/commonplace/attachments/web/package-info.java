/** Serves attachments. */
@NullMarked
package io.commonplace.attachments.web;

import org.jspecify.annotations.NullMarked;
