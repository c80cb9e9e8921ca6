package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The spaces that a person may search. Everything that a search shows is from one of them.
 *
 * @param field that has a page's space; it tells pages in the trash from the others
 */
public record VisibleSpaces(String field, Map<Long, SpaceHead> byId, Map<String, Long> bySlug) {
    public static VisibleSpaces of(Collection<SpaceHead> spaces) {
        return of(Fields.SPACE, spaces);
    }

    /** For a search in the trash of these spaces. */
    public static VisibleSpaces trash(Collection<SpaceHead> spaces) {
        return of(Fields.DELETED_IN, spaces);
    }

    private static VisibleSpaces of(String field, Collection<SpaceHead> spaces) {
        return new VisibleSpaces(
                field,
                spaces.stream().collect(Collectors.toMap(SpaceHead::id, space -> space)),
                spaces.stream().collect(Collectors.toMap(SpaceHead::slug, SpaceHead::id)));
    }

    /** The pages that may be found. A part of each query, so that counts and suggestions keep rights, too. */
    public Query pages() {
        return pagesIn(ids());
    }

    public Query pagesIn(Collection<Long> spaceIds) {
        return new TermInSetQuery(
                field,
                spaceIds.stream().map(id -> new BytesRef(Long.toString(id))).toList());
    }

    public Set<Long> ids() {
        return byId.keySet();
    }

    /** The space of a result: no other spaces are searched. */
    SpaceHead get(long id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
