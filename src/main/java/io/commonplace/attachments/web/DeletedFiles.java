package io.commonplace.attachments.web;

import io.commonplace.attachments.FileTrashQueries;
import io.commonplace.attachments.TrashedFile;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
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

    /** Of the list's parameters: the same page also lists the deleted pages. */
    private static final String PREFIX = "files-";

    @Inject
    private ListRequest listRequest;

    @Inject
    private PageAddress address;

    @Inject
    private FileTrashQueries trash;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    private @Nullable List<TrashedFile> ofPage;
    private @Nullable ListPart<TrashedFile> inSpace;

    /** The newest ones that its page listed. */
    public List<TrashedFile> getOfPage() {
        List<TrashedFile> known = ofPage;
        if (known == null) {
            known = trash.ofPage(
                    currentUser.viewer(), spaceId(), address.getPage().id(), PAGE_SIZE);
            ofPage = known;
        }
        return known;
    }

    public List<TrashedFile> getInSpace() {
        return part().rows();
    }

    /** The address of the newer ones in the space; empty if there are none. */
    public String getNewer() {
        return part().previousAddress(list(), TrashedFile::key);
    }

    /** The address of the older ones in the space; empty if there are none. */
    public String getOlder() {
        return part().nextAddress(list(), TrashedFile::key);
    }

    public boolean isMayDestroy() {
        return access.may(currentUser.viewer(), SpaceLevel.ADMINISTER, spaceId());
    }

    private ListPart<TrashedFile> part() {
        ListPart<TrashedFile> known = inSpace;
        if (known == null) {
            known = trash.in(currentUser.viewer(), spaceId(), listRequest.newestFirst(PREFIX), PAGE_SIZE);
            inSpace = known;
        }
        return known;
    }

    private String list() {
        return "/trash?space=" + address.getSpace().slug() + "&" + PREFIX;
    }

    private long spaceId() {
        return address.getSpace().id();
    }
}
