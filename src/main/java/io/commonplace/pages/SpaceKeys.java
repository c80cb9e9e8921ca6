package io.commonplace.pages;

import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Changes the keys of spaces. The addresses with a former key lead on. */
@ApplicationScoped
public class SpaceKeys {
    @Inject
    private SpaceStore store;

    @Inject
    private Access access;

    /** @throws Refusal if the key is invalid, or another space has it or had it before */
    @Writes
    public void change(Viewer viewer, SpaceHead head, String key) {
        access.require(viewer, SpaceLevel.ADMINISTER, head.id());
        Spaces.checkKey(key);
        Space space = store.lock(head.id()).orElseThrow(() -> new NotFound("space.notFound", head.slug()));
        String former = space.slug();
        if (former.equals(key)) {
            return;
        }
        if (store.find(key).isPresent()) {
            throw new Refusal("space.slug.taken", key);
        }
        Optional<Long> owner = store.formerKey(key);
        if (owner.isPresent() && owner.get() != space.id()) {
            throw new Refusal("space.slug.former", key);
        }
        store.removeFormerKey(key);
        store.addFormerKey(former, space.id());
        space.changeKey(key);
        store.keyChanged(former);
        store.listsChanged(space);
    }
}
