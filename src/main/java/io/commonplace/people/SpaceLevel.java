package io.commonplace.people;

/** What a group may do in a space; each level contains those before it. */
public enum SpaceLevel {
    VIEW,
    EDIT,
    ADMINISTER;

    public boolean contains(SpaceLevel other) {
        return compareTo(other) >= 0;
    }
}
