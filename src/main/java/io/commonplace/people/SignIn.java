package io.commonplace.people;

import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether somebody is who they say they are. */
@ApplicationScoped
public class SignIn {
    /** Guesses at one name are checked one after the other in a clone, so that a burst can't outrun the counting. */
    private final Object[] turns = Stream.generate(Object::new).limit(64).toArray();

    @Inject
    private PeopleStore store;

    @Inject
    private Access access;

    @Inject
    private Passwords passwords;

    @Inject
    private LoginAttempts attempts;

    @Inject
    private RememberedCredentials remembered;

    /**
     * @throws TooManyAttempts if there were too many wrong ones lately
     * @throws Refusal if name and password don't fit together
     */
    public Proof signIn(String typedName, String password, LoginOrigin origin) {
        String name = nameOf(typedName);
        synchronized (turns[Math.floorMod(name.hashCode(), turns.length)]) {
            return check(name, password, origin);
        }
    }

    /** The same for a program that sends its password with each request: slow once, then from memory for some minutes. */
    public Viewer signInAgain(String typedName, String password, LoginOrigin origin) {
        String name = nameOf(typedName);
        synchronized (turns[Math.floorMod(name.hashCode(), turns.length)]) {
            return remembered
                    .find(name, password)
                    .flatMap(this::resume)
                    .orElseGet(() -> signInAndRemember(name, password, origin));
        }
    }

    /** Who signed in with {@code proof}; empty if they were deactivated or have another password since. */
    public Optional<Viewer> resume(Proof proof) {
        return access.cachedPerson(proof.personId())
                .filter(cachedPerson -> cachedPerson.fingerprint().equals(proof.fingerprint()))
                .flatMap(cachedPerson -> access.viewer(proof.personId()));
    }

    /**
     * What a browser shall keep by which this person has just signed in; strangers' guesses don't slow it down.
     *
     * @return the mark that it has, if that one still counts
     */
    public String deviceMark(String typedName, LoginOrigin origin) {
        Person person = store.byName(nameOf(typedName)).orElseThrow(PeopleStore::nobody);
        return DeviceToken.isOf(person, origin.device()) ? origin.device() : DeviceToken.make(person);
    }

    /** Whether this person has to choose another password before anything else. */
    public boolean mustChangePassword(long personId) {
        return access.cachedPerson(personId)
                .filter(CachedPerson::mustChangePassword)
                .isPresent();
    }

    private Viewer signInAndRemember(String name, String password, LoginOrigin origin) {
        Proof proof = check(name, password, origin);
        remembered.keep(name, password, proof);
        return resume(proof).orElseThrow(() -> new Refusal("signIn.wrong"));
    }

    private Proof check(String name, String password, LoginOrigin origin) {
        boolean deviceKnown = isKnownDevice(name, origin);
        attempts.requireLeft(name, origin, deviceKnown);
        Optional<Person> person = store.byName(name).filter(Person::isActive);
        String known = person.map(Person::passwordHash).orElse(null);
        if (!passwords.isRight(password, known) || person.isEmpty()) {
            attempts.wrong(name, origin, deviceKnown);
            throw new Refusal("signIn.wrong");
        }
        attempts.right(name, origin, deviceKnown);
        return new Proof(person.get().id(), Passwords.fingerprint(person.get().passwordHash()));
    }

    /** Without a mark, the database is not asked: whoever has to wait costs it nothing. */
    private boolean isKnownDevice(String name, LoginOrigin origin) {
        return !origin.device().isEmpty()
                && store.byName(name)
                        .filter(person -> DeviceToken.isOf(person, origin.device()))
                        .isPresent();
    }

    private static String nameOf(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** That a person has shown their password. @param fingerprint which password it was */
    public record Proof(long personId, String fingerprint) {}
}
