package io.commonplace.people;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets administrators manage accounts, and people change their own password. */
@ApplicationScoped
public class People {
    @Inject
    private PeopleStore store;

    @Inject
    private PeopleQueries queries;

    @Inject
    private Access access;

    @Inject
    private Passwords passwords;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /** A part of the list of people, as {@link PeopleQueries} gives it. */
    public ListPart<PersonRow> list(Viewer viewer, String filter, ListWindow<String> window, int size) {
        access.requireAdministrator(viewer);
        return queries.people(filter, window, size);
    }

    public PersonRow one(Viewer viewer, long id) {
        access.requireAdministrator(viewer);
        return queries.person(id).orElseThrow(PeopleStore::personNotFound);
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
     * Ends all sessions that were started with the old password.
     *
     * @param proof shows that the caller knows the old password
     * @return the proof for the session that goes on
     */
    @Writes
    public SignIn.Proof changeOwnPassword(SignIn.Proof proof, String password) {
        if (passwords.matches(password, store.person(proof.personId()).passwordHash())) {
            throw new Refusal("people.password.same");
        }
        return new SignIn.Proof(proof.personId(), replacePassword(proof.personId(), password));
    }

    /** @return the new person's identifier. The caller has checked that the person may be created. */
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
