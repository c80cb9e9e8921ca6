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
    private Guesses guesses;

    @Inject
    private RememberedCredentials remembered;

    /**
     * @param address where the request comes from
     * @throws TooManyGuesses if there were too many wrong ones lately
     * @throws Refusal if name and password don't fit together
     */
    public Proof signIn(String typedName, String password, String address) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        synchronized (turns[Math.floorMod(name.hashCode(), turns.length)]) {
            return check(name, password, address);
        }
    }

    /** The same for a program that sends its password with each request: slow once, then from memory for some minutes. */
    public Viewer signInAgain(String typedName, String password, String address) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        synchronized (turns[Math.floorMod(name.hashCode(), turns.length)]) {
            return remembered
                    .find(name, password)
                    .flatMap(this::resume)
                    .orElseGet(() -> signInAndRemember(name, password, address));
        }
    }

    /** Who signed in with {@code proof}; empty if they were deactivated or have another password since. */
    public Optional<Viewer> resume(Proof proof) {
        return access.standing(proof.personId())
                .filter(standing -> standing.fingerprint().equals(proof.fingerprint()))
                .flatMap(standing -> access.viewer(proof.personId()));
    }

    private Viewer signInAndRemember(String name, String password, String address) {
        Proof proof = check(name, password, address);
        remembered.keep(name, password, proof);
        return resume(proof).orElseThrow(() -> new Refusal("signIn.wrong"));
    }

    private Proof check(String name, String password, String address) {
        guesses.requireLeft(name, address);
        Optional<Person> person = store.byName(name).filter(Person::isActive);
        String known = person.map(Person::passwordHash).orElse(null);
        if (!passwords.isRight(password, known) || person.isEmpty()) {
            guesses.wrong(name, address);
            throw new Refusal("signIn.wrong");
        }
        guesses.right(name);
        return new Proof(person.get().id(), Passwords.fingerprint(person.get().passwordHash()));
    }

    /** That a person has shown their password. @param fingerprint which password it was */
    public record Proof(long personId, String fingerprint) {}
}
