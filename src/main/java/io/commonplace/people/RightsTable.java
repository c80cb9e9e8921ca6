package io.commonplace.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rights of all groups in all spaces: some hundred rows, cached as one value. @param byGroup group to space to level */
record RightsTable(Map<Long, Map<Long, SpaceLevel>> byGroup, EndedSpaces ended) {
    RightsTable(Map<Long, Map<Long, SpaceLevel>> byGroup) {
        this(byGroup, EndedSpaces.NONE);
    }

    /** For each space, the highest level that one of the groups has. */
    Map<Long, SpaceLevel> levelsOf(Set<Long> groups) {
        Map<Long, SpaceLevel> levels = new HashMap<>();
        for (Long group : groups) {
            byGroup.getOrDefault(group, Map.of())
                    .forEach((space, level) -> levels.merge(space, level, (a, b) -> a.contains(b) ? a : b));
        }
        return levels;
    }

    /** The groups whose members may view the space. */
    Set<Long> groupsThatMayView(long space) {
        Set<Long> groups = new HashSet<>(Set.of(PeopleGroup.ADMINISTRATORS));
        byGroup.forEach((group, levels) -> {
            if (levels.containsKey(space)) {
                groups.add(group);
            }
        });
        return groups;
    }
}
