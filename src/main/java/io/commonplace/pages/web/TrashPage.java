package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.TrashQueries;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
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
    private ListRequest listRequest;

    @Inject
    private PageAddress address;

    @Inject
    private TrashQueries trash;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    private ListPart<Deletion> part = ListPart.empty();

    public void load() {
        part = trash.in(currentUser.viewer(), address.getSpace(), listRequest.newestFirst(), PAGE_SIZE);
    }

    public List<Deletion> getDeletions() {
        return part.rows();
    }

    /** The address of the newer deletions; empty if there are none. */
    public String getNewer() {
        return part.previousAddress(list(), Deletion::key);
    }

    /** The address of the older deletions; empty if there are none. */
    public String getOlder() {
        return part.nextAddress(list(), Deletion::key);
    }

    private String list() {
        return "/trash?space=" + address.getSpace().slug() + "&";
    }

    public boolean isMayDestroy() {
        return access.may(
                currentUser.viewer(), SpaceLevel.ADMINISTER, address.getSpace().id());
    }
}
