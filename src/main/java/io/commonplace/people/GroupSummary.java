package io.commonplace.people;

import java.util.List;

/**
 * A group with some of its members.
 *
 * @param count of all members; those of the group "everyone" are not counted
 * @param members the first ones
 */
public record GroupSummary(long id, String name, long count, List<Member> members) {
    public boolean isBuiltIn() {
        return id == PeopleGroup.ADMINISTRATORS || isEveryone();
    }

    public boolean isEveryone() {
        return id == PeopleGroup.EVERYONE;
    }

    /** The number of members that are not listed. */
    public long getMore() {
        return count - members.size();
    }

    public record Member(long id, String displayName) {}
}
