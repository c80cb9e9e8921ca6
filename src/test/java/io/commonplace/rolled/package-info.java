/** Filters that tests add to the application, to roll out other versions of it. */
package io.commonplace.rolled;
