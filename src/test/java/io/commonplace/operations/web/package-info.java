/** Tests of what concerns the site as a whole: above all, whether the API is as it is described. */
@NullMarked
package io.commonplace.operations.web;

import org.jspecify.annotations.NullMarked;
