/** Tests of the edge towards the browser. */
@NullMarked
package io.commonplace.platform.web;

import org.jspecify.annotations.NullMarked;
