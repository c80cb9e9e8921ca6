/** Tests of the pages about attached files. */
@NullMarked
package io.commonplace.attachments.web;

import org.jspecify.annotations.NullMarked;
