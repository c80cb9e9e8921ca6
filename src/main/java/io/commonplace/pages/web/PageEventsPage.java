package io.commonplace.pages.web;

import io.commonplace.pages.PageEventQueries;
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
    private PageAddress address;

    @Inject
    private PageEventQueries events;

    private int offset;
    private boolean older;
    private List<PageEventQueries.Entry> listed = List.of();

    public void load() {
        offset = Math.max(0, offset);
        List<PageEventQueries.Entry> found = events.of(address.getPage().id(), offset, PAGE_SIZE + 1);
        older = found.size() > PAGE_SIZE;
        listed = older ? found.subList(0, PAGE_SIZE) : found;
    }

    public List<PageEventQueries.Entry> getEvents() {
        return listed;
    }

    /** The address of the older ones; empty if there are none. */
    public String getOlderHref() {
        return older
                ? "/history/events?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath()
                        + "&offset=" + (offset + PAGE_SIZE)
                : "";
    }

    public int getOffset() {
        return offset;
    }

    public void setOffset(int offset) {
        this.offset = offset;
    }
}
