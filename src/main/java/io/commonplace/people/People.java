package io.commonplace.people;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What administrators do with people, and people with their own password. */
@ApplicationScoped
public class People {
    @Inject
    private PeopleStore store;

    @Inject
    private Access access;

    @Inject
    private Passwords passwords;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    public List<PersonRow> all(Viewer viewer) {
        access.requireAdministrator(viewer);
        return store.rows();
    }

    public PersonRow one(Viewer viewer, long id) {
        access.requireAdministrator(viewer);
        return store.rows().stream().filter(row -> row.id() == id).findFirst().orElseThrow(PeopleStore::nobody);
    }

    @Writes
    public void create(Viewer viewer, NewPerson given) {
        access.requireAdministrator(viewer);
        join(given);
    }

    @Writes
    public void activate(Viewer viewer, long id) {
        access.requireAdministrator(viewer);
        store.person(id).activate();
        access.personChanges(id);
    }

    @Writes
    public void deactivate(Viewer viewer, long id) {
        access.requireAdministrator(viewer);
        store.requireAdministratorBesides(id);
        store.person(id).deactivate();
        access.personChanges(id);
    }

    @Writes
    public void setPassword(Viewer viewer, long id, String password) {
        access.requireAdministrator(viewer);
        replacePassword(id, password);
    }

    /**
     * Everything that was signed in with the old password ends.
     *
     * @param proof that the one who asks knows the old password
     * @return the proof to go on with
     */
    @Writes
    public SignIn.Proof changeOwnPassword(SignIn.Proof proof, String password) {
        if (passwords.isRight(password, store.person(proof.personId()).passwordHash())) {
            throw new Refusal("people.password.same");
        }
        return new SignIn.Proof(proof.personId(), replacePassword(proof.personId(), password));
    }

    /** @return the new person's identifier; the caller has decided that they may join */
    long join(NewPerson given) {
        String hash = passwords.hash(given.password(), given.name(), given.displayName());
        Person person = new Person(ids.next(), given, hash, clock.instant());
        if (store.byName(person.name()).isPresent()) {
            throw new Refusal("people.name.taken", person.name());
        }
        store.add(person);
        access.personChanges(person.id());
        return person.id();
    }

    private String replacePassword(long id, String password) {
        Person person = store.person(id);
        String hash = passwords.hash(password, person.name(), person.displayName());
        person.changePassword(hash);
        access.personChanges(id);
        return Passwords.fingerprint(hash);
    }
}
