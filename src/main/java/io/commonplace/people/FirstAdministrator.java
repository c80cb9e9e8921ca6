package io.commonplace.people;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets somebody in when there is nobody yet. */
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

    /** Only for tests and demonstrations, which sign in with it again and again. */
    @Inject
    @ConfigProperty(name = "commonplace.keep.password", defaultValue = "false")
    private boolean keepsPassword;

    /** However many clones start at once, one of them creates the administrator. A clone starts during a maintenance, too. */
    @Writes(evenInMaintenance = true)
    public void createIfNobody() {
        store.lockAdministrators();
        if (store.isEmpty()) {
            String secret = password.orElseThrow(() -> new IllegalStateException(
                    "There is nobody who could sign in: set COMMONPLACE_ADMIN_PASSWORD (at least " + Passwords.SHORTEST
                            + " characters) for the first start"));
            long id = people.join(new NewPerson(name, name, secret));
            store.addMember(PeopleGroup.ADMINISTRATORS, id);
            if (!keepsPassword) {
                store.person(id).requireAnotherPassword();
            }
        }
    }
}
