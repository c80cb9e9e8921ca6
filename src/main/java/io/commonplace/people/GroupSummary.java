package io.commonplace.people;

import java.util.List;

/** A group with its members. @param others the active people who are not members; empty for the group "everyone" */
public record GroupSummary(long id, String name, List<PersonRow> members, List<PersonRow> others) {
    public boolean isBuiltIn() {
        return id == PeopleGroup.ADMINISTRATORS || isEveryone();
    }

    public boolean isEveryone() {
        return id == PeopleGroup.EVERYONE;
    }
}
