package io.commonplace.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person who sends a request, with everything that decides what they may do.
 *
 * @param name the user name, typed to sign in
 * @param administrator whether they may do everything, regardless of {@code levels}
 * @param levels by space, the highest level of their groups; spaces that they may not see are missing
 */
public record Viewer(long id, String name, String displayName, boolean administrator, Map<Long, SpaceLevel> levels) {
    public Viewer {
        levels = Map.copyOf(levels);
    }

    boolean may(SpaceLevel level, long spaceId) {
        if (administrator) {
            return true;
        }
        @Nullable SpaceLevel own = levels.get(spaceId);
        return own != null && own.contains(level);
    }
}
