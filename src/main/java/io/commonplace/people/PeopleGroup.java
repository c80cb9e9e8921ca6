package io.commonplace.people;

import io.commonplace.platform.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** People who have the same rights. Two groups always exist: the administrators, and everyone. */
@Entity
@Table(name = "people_group")
public class PeopleGroup {
    /** Its members may do everything. */
    public static final long ADMINISTRATORS = 1;

    /** Contains everybody; its members are not stored. */
    public static final long EVERYONE = 2;

    private static final int MAX_NAME_LENGTH = 64;

    @Id
    private long id;

    private String name;

    @Version
    private int version;

    protected PeopleGroup() {}

    PeopleGroup(long id, String name) {
        if (name.isBlank() || name.strip().length() > MAX_NAME_LENGTH) {
            throw new Refusal("groups.name.form", MAX_NAME_LENGTH);
        }
        this.id = id;
        this.name = name.strip();
    }

    /** @throws Refusal if this is the group "everyone", whose members are not stored */
    void requireListedMembers() {
        if (id == EVERYONE) {
            throw new Refusal("groups.everyone.fixed");
        }
    }

    void requireRemovable() {
        if (isBuiltIn()) {
            throw new Refusal("groups.builtIn", name);
        }
    }

    public boolean isBuiltIn() {
        return id == ADMINISTRATORS || id == EVERYONE;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }
}
