package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The spaces that a person may see. Everything that a search shows is from one of them. */
record VisibleSpaces(Map<Long, SpaceHead> byId, Map<String, Long> bySlug) {
    static VisibleSpaces of(Collection<SpaceHead> spaces) {
        return new VisibleSpaces(
                spaces.stream().collect(Collectors.toMap(SpaceHead::id, space -> space)),
                spaces.stream().collect(Collectors.toMap(SpaceHead::slug, SpaceHead::id)));
    }

    Set<Long> ids() {
        return byId.keySet();
    }

    /** The space of a result: no other spaces are searched. */
    SpaceHead get(long id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
