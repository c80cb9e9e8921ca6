package io.commonplace.people;

/** What a group may do in a space. Each level includes the ones before it. */
public enum SpaceLevel {
    VIEW,
    EDIT,
    ADMINISTER;

    public boolean contains(SpaceLevel other) {
        return compareTo(other) >= 0;
    }
}
