package io.commonplace.people;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Creates the first administrator in an empty database, because only an administrator can create people. */
@ApplicationScoped
public class FirstAdministrator {
    @Inject
    private PeopleStore store;

    @Inject
    private People people;

    @Inject
    @ConfigProperty(name = "commonplace.admin.name", defaultValue = "admin")
    private String name;

    @Inject
    @ConfigProperty(name = "commonplace.admin.password")
    private Optional<String> password;

    /**
     * Skips the forced password change. Only for tests and demonstrations, which sign in with the same password many times.
     */
    @Inject
    @ConfigProperty(name = "commonplace.keep.password", defaultValue = "false")
    private boolean keepInitialPassword;

    /**
     * Safe to call on all clones at once: a lock lets one of them create the administrator. Runs in maintenance mode too,
     * because clones also start then.
     */
    @Writes(evenInMaintenance = true)
    public void createIfNobody() {
        store.lockAdministrators();
        if (store.isEmpty()) {
            String secret = password.orElseThrow(
                    () -> new IllegalStateException("Nobody can sign in yet: set COMMONPLACE_ADMIN_PASSWORD (at least "
                            + Passwords.MIN_LENGTH + " characters) for the first start"));
            long id = people.join(new NewPerson(name, name, secret));
            store.addMember(PeopleGroup.ADMINISTRATORS, id);
            if (!keepInitialPassword) {
                store.person(id).requirePasswordChange();
            }
        }
    }
}
