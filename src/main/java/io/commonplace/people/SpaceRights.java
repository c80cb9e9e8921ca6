package io.commonplace.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rights in one space, all groups listed but the administrators, who need none. */
public record SpaceRights(long spaceId, String slug, String name, List<GroupRight> groups) {

    /** @param level null for none */
    public record GroupRight(
            long groupId, String name, @Nullable SpaceLevel level) {
        /** What is chosen in a form: the level's name, or NONE. */
        public String getChoice() {
            return level == null ? "NONE" : level.name();
        }
    }
}
