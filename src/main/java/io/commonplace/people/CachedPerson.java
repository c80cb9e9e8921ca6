package io.commonplace.people;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person's cache entry. It memoizes the last viewer, so that requests create a new one only after a right has changed. */
final class CachedPerson {
    private final Person person;
    private final Set<Long> groups;
    private final String fingerprint;
    private volatile @Nullable Memo last;

    CachedPerson(Person person, Set<Long> listedGroups) {
        this.person = person;
        this.groups = new HashSet<>(listedGroups);
        groups.add(PeopleGroup.EVERYONE);
        this.fingerprint = Passwords.fingerprint(person.passwordHash());
    }

    /** Empty if the person is deactivated. */
    Optional<Viewer> viewer(RightsTable rights) {
        Memo memo = last;
        if (memo == null || memo.rights != rights) {
            memo = new Memo(rights, createViewer(rights));
            last = memo;
        }
        return memo.viewer;
    }

    /** Identifies the password without revealing it. Sessions that carry another fingerprint are invalid. */
    String fingerprint() {
        return fingerprint;
    }

    boolean mustChangePassword() {
        return person.mustChangePassword();
    }

    private Optional<Viewer> createViewer(RightsTable rights) {
        if (!person.isActive()) {
            return Optional.empty();
        }
        boolean administrator = groups.contains(PeopleGroup.ADMINISTRATORS);
        return Optional.of(new Viewer(
                person.id(),
                person.name(),
                person.displayName(),
                administrator,
                rights.levelsOf(groups),
                rights.ended()));
    }

    private static final class Memo {
        private final RightsTable rights;
        private final Optional<Viewer> viewer;

        private Memo(RightsTable rights, Optional<Viewer> viewer) {
            this.rights = rights;
            this.viewer = viewer;
        }
    }
}
