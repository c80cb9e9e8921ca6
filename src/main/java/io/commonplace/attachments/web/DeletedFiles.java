package io.commonplace.attachments.web;

import io.commonplace.attachments.FileTrashQueries;
import io.commonplace.attachments.TrashedFile;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files in the trash of the space that the parameter {@code space} names, {@value #PAGE_SIZE} at a time. */
@Named
@RequestScoped
public class DeletedFiles {
    private static final int PAGE_SIZE = 50;

    @Inject
    private PageAddress address;

    @Inject
    private FileTrashQueries trash;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    private int offset;
    private @Nullable List<TrashedFile> found;

    /** The newest ones that its page listed. */
    public List<TrashedFile> getOfPage() {
        List<TrashedFile> known = found;
        if (known == null) {
            known = trash.ofPage(
                    currentUser.viewer(), spaceId(), address.getPage().id(), PAGE_SIZE);
            found = known;
        }
        return known;
    }

    public List<TrashedFile> getInSpace() {
        List<TrashedFile> known = all();
        return known.size() > PAGE_SIZE ? known.subList(0, PAGE_SIZE) : known;
    }

    public boolean isOlder() {
        return all().size() > PAGE_SIZE;
    }

    private List<TrashedFile> all() {
        List<TrashedFile> known = found;
        if (known == null) {
            known = trash.in(currentUser.viewer(), spaceId(), offset, PAGE_SIZE + 1);
            found = known;
        }
        return known;
    }

    public boolean isMayDestroy() {
        return access.may(currentUser.viewer(), SpaceLevel.ADMINISTER, spaceId());
    }

    private long spaceId() {
        return address.getSpace().id();
    }

    public int getOlderOffset() {
        return offset + PAGE_SIZE;
    }

    public int getOffset() {
        return offset;
    }

    public void setOffset(int offset) {
        this.offset = Math.max(0, offset);
    }
}
