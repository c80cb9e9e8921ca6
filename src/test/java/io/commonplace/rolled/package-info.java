/** What tests put into other versions of the application, to roll them out. */
package io.commonplace.rolled;
