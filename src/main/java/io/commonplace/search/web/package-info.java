/**
 * The search for people ({@link io.commonplace.search.web.SearchPage}, and suggestions while they type), for writers
 * who mention somebody ({@link io.commonplace.search.web.SuggestPeopleServlet}), for programs
 * ({@link io.commonplace.search.web.SearchApi}), for people who ask for a missing page
 * ({@link io.commonplace.search.web.PagesLikeThis}), for feed readers ({@link io.commonplace.search.web.SearchFeed}) and for
 * the browser's address bar ({@link io.commonplace.search.web.OpenSearchDescription}).
 * {@link io.commonplace.search.web.SearchAddress} is what all of them have in common. Out of scope: what is found, and its
 * order.
 */
@NullMarked
package io.commonplace.search.web;

import org.jspecify.annotations.NullMarked;
