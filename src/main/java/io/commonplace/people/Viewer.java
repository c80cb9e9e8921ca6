package io.commonplace.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person who sends a request, with everything that decides what they may do.
 *
 * @param name the user name, typed to sign in
 * @param administrator whether they may do everything, regardless of {@code levels}
 * @param levels by space, the highest level of their groups; spaces that they may not see are missing
 * @param ended spaces in which nobody may do all that, administrators included
 */
public record Viewer(
        long id,
        String name,
        String displayName,
        boolean administrator,
        Map<Long, SpaceLevel> levels,
        EndedSpaces ended) {
    public Viewer {
        levels = Map.copyOf(levels);
    }

    public Viewer(long id, String name, String displayName, boolean administrator, Map<Long, SpaceLevel> levels) {
        this(id, name, displayName, administrator, levels, EndedSpaces.NONE);
    }

    boolean may(SpaceLevel level, long spaceId) {
        return ended.allow(level, spaceId) && has(level, spaceId);
    }

    boolean mayAnywhere(SpaceLevel level) {
        return administrator || levels.keySet().stream().anyMatch(space -> may(level, space));
    }

    /** Whether the person's groups have the right, even if the space has ended. */
    boolean has(SpaceLevel level, long spaceId) {
        if (administrator) {
            return true;
        }
        @Nullable SpaceLevel own = levels.get(spaceId);
        return own != null && own.contains(level);
    }
}
