package io.commonplace.search;

import java.util.Collection;
import java.util.List;

/**
 * The searches in an index of pages. All results are of pages in the given spaces, numbers included.
 *
 * <p>All methods throw {@link io.commonplace.platform.Unavailable} if the index can't be asked at the moment.
 */
public interface PageSearches {
    FoundPages find(PageQuery query, Wanted wanted);

    /** The pages that fit best. Nothing is counted, and no text is read. */
    List<IndexedPage> best(PageQuery query, int limit);

    /** How many pages fit the query whose last change is also in each of these spans. */
    List<Integer> counts(PageQuery query, List<SearchQuery.Dates> spans);

    /** The pages whose titles have words that begin as it is typed, best first. If there are none, typing errors are allowed. */
    List<IndexedPage> titles(String typed, VisibleSpaces spaces, TitleBoosts boosts, int limit);

    /** The pages that this person changed last, the latest change first. */
    List<IndexedPage> changedBy(long person, VisibleSpaces spaces, int limit);

    /** The people whose names have words that begin so, and who changed pages of these spaces last. */
    FoundPeople people(Collection<String> typed, VisibleSpaces spaces, int limit);
}
