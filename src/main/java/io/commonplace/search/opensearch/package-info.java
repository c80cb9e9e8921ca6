/**
 * The index of pages in OpenSearch, for sites whose index is too large for each clone. Words are found, stemmed and asked for as
 * in the clones' own index ({@code search}); OpenSearch gets them ready-made. {@link
 * io.commonplace.search.opensearch.OpenSearchEngine} is chosen by a setting. Out of scope: what is searched, and by whom.
 */
@NullMarked
package io.commonplace.search.opensearch;

import org.jspecify.annotations.NullMarked;
