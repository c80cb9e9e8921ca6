package io.commonplace.people;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person's cached entry. It keeps the viewer that it made last, so that a request makes none as long as no right changes. */
final class CachedPerson {
    private final Person person;
    private final Set<Long> groups;
    private final String fingerprint;
    private volatile @Nullable Composed last;

    CachedPerson(Person person, Set<Long> listedGroups) {
        this.person = person;
        this.groups = new HashSet<>(listedGroups);
        groups.add(PeopleGroup.EVERYONE);
        this.fingerprint = Passwords.fingerprint(person.passwordHash());
    }

    /** Empty if the person is deactivated. */
    Optional<Viewer> viewer(RightsTable rights) {
        Composed known = last;
        if (known == null || known.rights != rights) {
            known = new Composed(rights, compose(rights));
            last = known;
        }
        return known.viewer;
    }

    /** Names the password without telling it: what was signed in with another one ends. */
    String fingerprint() {
        return fingerprint;
    }

    boolean mustChangePassword() {
        return person.mustChangePassword();
    }

    private Optional<Viewer> compose(RightsTable rights) {
        if (!person.isActive()) {
            return Optional.empty();
        }
        boolean administrator = groups.contains(PeopleGroup.ADMINISTRATORS);
        return Optional.of(
                new Viewer(person.id(), person.name(), person.displayName(), administrator, rights.levelsOf(groups)));
    }

    private static final class Composed {
        private final RightsTable rights;
        private final Optional<Viewer> viewer;

        private Composed(RightsTable rights, Optional<Viewer> viewer) {
            this.rights = rights;
            this.viewer = viewer;
        }
    }
}
