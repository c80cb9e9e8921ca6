/** A node of OpenSearch for tests, and indexes in it. */
@NullMarked
package io.commonplace.search.opensearch;

import org.jspecify.annotations.NullMarked;
