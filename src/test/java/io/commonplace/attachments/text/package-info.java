/** Tests of the text inside files. Out of scope: how it is found. */
@NullMarked
package io.commonplace.attachments.text;

import org.jspecify.annotations.NullMarked;
