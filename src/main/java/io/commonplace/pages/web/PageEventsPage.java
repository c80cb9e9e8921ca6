package io.commonplace.pages.web;

import io.commonplace.pages.PageEventQueries;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** All that happened to the address and the files of a page, {@value #PAGE_SIZE} at a time. */
@Named
@RequestScoped
public class PageEventsPage {
    private static final int PAGE_SIZE = 100;

    @Inject
    private ListRequest listRequest;

    @Inject
    private PageAddress address;

    @Inject
    private PageEventQueries events;

    private ListPart<PageEventQueries.Entry> part = ListPart.empty();

    public void load() {
        part = events.of(address.getPage().id(), listRequest.newestFirst(), PAGE_SIZE);
    }

    public List<PageEventQueries.Entry> getEvents() {
        return part.rows();
    }

    /** The address of the newer ones; empty if there are none. */
    public String getNewer() {
        return part.previousAddress(list(), PageEventQueries.Entry::key);
    }

    /** The address of the older ones; empty if there are none. */
    public String getOlder() {
        return part.nextAddress(list(), PageEventQueries.Entry::key);
    }

    private String list() {
        return "/history/events?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath() + "&";
    }
}
