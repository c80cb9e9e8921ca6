package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.TrashQueries;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The deletions in a space, {@value #PAGE_SIZE} at a time. */
@Named
@RequestScoped
public class TrashPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private PageAddress address;

    @Inject
    private TrashQueries trash;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    private int offset;
    private boolean older;
    private List<Deletion> deletions = List.of();

    public void load() {
        offset = Math.max(0, offset);
        List<Deletion> found = trash.in(currentUser.viewer(), address.getSpace(), offset, PAGE_SIZE + 1);
        older = found.size() > PAGE_SIZE;
        deletions = older ? found.subList(0, PAGE_SIZE) : found;
    }

    public List<Deletion> getDeletions() {
        return deletions;
    }

    public boolean isMayDestroy() {
        return access.may(
                currentUser.viewer(), SpaceLevel.ADMINISTER, address.getSpace().id());
    }

    public boolean isOlder() {
        return older;
    }

    public int getOlderOffset() {
        return offset + PAGE_SIZE;
    }

    public int getNewerOffset() {
        return Math.max(0, offset - PAGE_SIZE);
    }

    public int getOffset() {
        return offset;
    }

    public void setOffset(int offset) {
        this.offset = offset;
    }
}
