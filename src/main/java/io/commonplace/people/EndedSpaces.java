package io.commonplace.people;

import java.util.Set;

/**
 * Spaces with fewer rights than their groups have, for everybody.
 *
 * @param archived spaces whose pages nobody may change
 * @param deleted spaces that nobody may view
 */
public record EndedSpaces(Set<Long> archived, Set<Long> deleted) {
    public static final EndedSpaces NONE = new EndedSpaces(Set.of(), Set.of());

    public EndedSpaces {
        archived = Set.copyOf(archived);
        deleted = Set.copyOf(deleted);
    }

    boolean allow(SpaceLevel level, long spaceId) {
        boolean isReadOnly = archived.contains(spaceId) && level == SpaceLevel.EDIT;
        return !isReadOnly && !deleted.contains(spaceId);
    }
}
