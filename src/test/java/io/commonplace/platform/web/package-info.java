/** Tests of what all features share of HTTP and Faces. */
@NullMarked
package io.commonplace.platform.web;

import org.jspecify.annotations.NullMarked;
