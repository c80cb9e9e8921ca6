package io.commonplace.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The person a request belongs to, and all that decides what they may do.
 *
 * @param name what they type to sign in
 * @param administrator whether they may do everything, whatever the levels say
 * @param levels by space, the highest that one of their groups has; spaces that they may not see are missing
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
