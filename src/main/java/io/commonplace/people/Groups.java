package io.commonplace.people;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets administrators create, change and delete groups. */
@ApplicationScoped
public class Groups {
    @Inject
    private PeopleStore store;

    @Inject
    private Access access;

    @Inject
    private Ids ids;

    public List<GroupSummary> all(Viewer viewer) {
        access.requireAdministrator(viewer);
        return store.groupSummaries();
    }

    public GroupSummary one(Viewer viewer, long id) {
        return all(viewer).stream()
                .filter(group -> group.id() == id)
                .findFirst()
                .orElseThrow(PeopleStore::groupNotFound);
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

    @Writes
    public void addMember(Viewer viewer, long id, long personId) {
        access.requireAdministrator(viewer);
        store.group(id).requireListedMembers();
        store.addMember(id, store.person(personId).id());
        access.personChanges(personId);
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
