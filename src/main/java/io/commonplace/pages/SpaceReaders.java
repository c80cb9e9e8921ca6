package io.commonplace.pages;

import io.commonplace.people.PeopleGroup;
import io.commonplace.people.SpaceLevel;
import io.commonplace.platform.Refusal;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may view a new space, until somebody sets its rights. */
public enum SpaceReaders {
    /** Nobody but administrators of the site: its maker is one. */
    ADMINISTRATORS(Map.of()),
    EVERYONE(Map.of(PeopleGroup.EVERYONE, SpaceLevel.VIEW));

    private final Map<Long, SpaceLevel> levels;

    SpaceReaders(Map<Long, SpaceLevel> levels) {
        this.levels = levels;
    }

    /**
     * The readers with this name, in capitals or not.
     *
     * @param name administrators if it is missing or empty
     * @throws Refusal if there are no such readers
     */
    public static SpaceReaders named(@Nullable String name) {
        return name == null || name.isEmpty()
                ? ADMINISTRATORS
                : Stream.of(values())
                        .filter(readers -> readers.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("space.readers.unknown"));
    }

    Map<Long, SpaceLevel> levels() {
        return levels;
    }
}
