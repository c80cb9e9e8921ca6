/** The administrator's look at the cluster's parts. */
@NullMarked
package io.commonplace.admin;

import org.jspecify.annotations.NullMarked;
