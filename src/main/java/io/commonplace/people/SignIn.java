package io.commonplace.people;

import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies user names and passwords. */
@ApplicationScoped
public class SignIn {
    /** A clone checks guesses at one name one after the other, so that a burst of them can't run ahead of the counting. */
    private final Object[] locks = Stream.generate(Object::new).limit(64).toArray();

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
     * @throws TooManyAttempts if there were too many failed attempts in the last minutes
     * @throws Refusal if the name or the password is wrong
     */
    public Proof signIn(String typedName, String password, LoginOrigin origin) {
        String name = normalize(typedName);
        synchronized (locks[Math.floorMod(name.hashCode(), locks.length)]) {
            return verify(name, password, origin);
        }
    }

    /**
     * The same for a program that sends its password with each request. The slow check runs once; after that the result is
     * cached for five minutes.
     */
    public Viewer signInAgain(String typedName, String password, LoginOrigin origin) {
        String name = normalize(typedName);
        synchronized (locks[Math.floorMod(name.hashCode(), locks.length)]) {
            return remembered
                    .find(name, password)
                    .flatMap(this::resume)
                    .orElseGet(() -> signInAndRemember(name, password, origin));
        }
    }

    /** The person who signed in with {@code proof}; empty if they were deactivated or their password was changed since. */
    public Optional<Viewer> resume(Proof proof) {
        return access.cachedPerson(proof.personId())
                .filter(cachedPerson -> cachedPerson.fingerprint().equals(proof.fingerprint()))
                .flatMap(cachedPerson -> access.viewer(proof.personId()));
    }

    /**
     * The token that a browser stores after this person has signed in. With it, guesses by others don't slow this browser
     * down.
     *
     * @return the browser's own token if it is still valid, otherwise a new one
     */
    public String deviceToken(String typedName, LoginOrigin origin) {
        Person person = store.byName(normalize(typedName)).orElseThrow(PeopleStore::personNotFound);
        return DeviceToken.belongsTo(person, origin.device()) ? origin.device() : DeviceToken.create(person);
    }

    /** Whether this person has to choose a new password before anything else. */
    public boolean mustChangePassword(long personId) {
        return access.cachedPerson(personId)
                .filter(CachedPerson::mustChangePassword)
                .isPresent();
    }

    private Viewer signInAndRemember(String name, String password, LoginOrigin origin) {
        Proof proof = verify(name, password, origin);
        remembered.store(name, password, proof);
        return resume(proof).orElseThrow(() -> new Refusal("signIn.wrong"));
    }

    private Proof verify(String name, String password, LoginOrigin origin) {
        boolean deviceKnown = isKnownDevice(name, origin);
        attempts.requireAllowed(name, origin, deviceKnown);
        Optional<Person> person = store.byName(name).filter(Person::isActive);
        String known = person.map(Person::passwordHash).orElse(null);
        if (!passwords.matches(password, known) || person.isEmpty()) {
            attempts.recordFailure(name, origin, deviceKnown);
            throw new Refusal("signIn.wrong");
        }
        attempts.recordSuccess(name, origin, deviceKnown);
        return new Proof(person.get().id(), Passwords.fingerprint(person.get().passwordHash()));
    }

    /** Doesn't query the database without a token, so that a throttled attempt costs no query. */
    private boolean isKnownDevice(String name, LoginOrigin origin) {
        return !origin.device().isEmpty()
                && store.byName(name)
                        .filter(person -> DeviceToken.belongsTo(person, origin.device()))
                        .isPresent();
    }

    private static String normalize(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Shows that a person has entered their password. @param fingerprint of that password's hash */
    public record Proof(long personId, String fingerprint) {}
}
