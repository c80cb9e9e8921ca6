/** Uploading a ZIP, by page and by script. */
@NullMarked
package io.commonplace.transfer.web;

import org.jspecify.annotations.NullMarked;
