package io.commonplace.links.web;

import io.commonplace.links.Backlink;
import io.commonplace.links.Backlinks;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All pages that link to a page, a part at a time. */
@Named
@RequestScoped
public class LinkedFromPage {
    @Inject
    private PageAddress address;

    @Inject
    private Backlinks backlinks;

    @Inject
    private CurrentUser currentUser;

    private long after;
    private Backlinks.Part part = new Backlinks.Part(List.of(), 0);

    public void load() {
        part = backlinks.after(currentUser.viewer(), address.getPage().id(), after);
    }

    public List<Backlink> getPages() {
        return part.pages();
    }

    public boolean isMore() {
        return part.next() != 0;
    }

    /** The address of the next part. */
    public String getNext() {
        return "/linked?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath() + "&after="
                + part.next();
    }

    public long getAfter() {
        return after;
    }

    public void setAfter(long after) {
        this.after = after;
    }
}
