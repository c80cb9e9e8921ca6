package io.commonplace.people;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Lets administrators create, change and delete groups. */
@ApplicationScoped
public class Groups {
    @Inject
    private PeopleStore store;

    @Inject
    private GroupQueries queries;

    @Inject
    private Access access;

    @Inject
    private Ids ids;

    /** A part of the list of groups, as {@link GroupQueries} gives it. */
    public ListPart<GroupSummary> list(Viewer viewer, String filter, ListWindow<String> window, int size) {
        access.requireAdministrator(viewer);
        return queries.groups(filter, window, size);
    }

    public GroupSummary one(Viewer viewer, long id) {
        access.requireAdministrator(viewer);
        return queries.group(id).orElseThrow(PeopleStore::groupNotFound);
    }

    @Writes
    public void create(Viewer viewer, String name) {
        access.requireAdministrator(viewer);
        PeopleGroup group = new PeopleGroup(ids.next(), name);
        if (store.hasGroup(group.name())) {
            throw new Refusal("groups.name.taken", group.name());
        }
        store.add(group);
    }

    /** The members lose the rights that they had through the group; their accounts stay. */
    @Writes
    public void remove(Viewer viewer, long id) {
        access.requireAdministrator(viewer);
        PeopleGroup group = store.group(id);
        group.requireRemovable();
        store.remove(group);
        access.rightsChange();
    }

    /** @throws Refusal if nobody has this user name */
    @Writes
    public void addMember(Viewer viewer, long id, String userName) {
        access.requireAdministrator(viewer);
        store.group(id).requireListedMembers();
        long personId = named(userName);
        store.addMember(id, personId);
        access.personChanges(personId);
    }

    /** @throws Refusal if nobody has this user name, or the group would lose what it must have */
    @Writes
    public void removeMember(Viewer viewer, long id, String userName) {
        access.requireAdministrator(viewer);
        removeMember(viewer, id, named(userName));
    }

    private long named(String userName) {
        String name = userName.strip().toLowerCase(Locale.ROOT);
        return store.byName(name)
                .orElseThrow(() -> new Refusal("groups.member.unknown", name))
                .id();
    }

    @Writes
    public void removeMember(Viewer viewer, long id, long personId) {
        access.requireAdministrator(viewer);
        if (id == PeopleGroup.ADMINISTRATORS) {
            store.requireAdministratorBesides(personId);
        }
        store.group(id).requireListedMembers();
        store.removeMember(id, personId);
        access.personChanges(personId);
    }
}
