package io.commonplace.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rights in one space, for all groups except the administrators, who need none. */
public record SpaceRights(long spaceId, String slug, String name, List<GroupRight> groups) {

    /** @param level null for none */
    public record GroupRight(
            long groupId, String name, @Nullable SpaceLevel level) {
        /** The selected option of the form: the level's name, or NONE. */
        public String getChoice() {
            return level == null ? "NONE" : level.name();
        }
    }
}
