package io.commonplace.people;

import java.util.List;

/** A group with its members. @param others the active people who could be added; none for everyone */
public record GroupSummary(long id, String name, List<PersonRow> members, List<PersonRow> others) {
    public boolean isBuiltIn() {
        return id == PeopleGroup.ADMINISTRATORS || isEveryone();
    }

    public boolean isEveryone() {
        return id == PeopleGroup.EVERYONE;
    }
}
