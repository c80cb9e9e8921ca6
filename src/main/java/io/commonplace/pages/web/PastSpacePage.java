package io.commonplace.pages.web;

import io.commonplace.pages.PastPageQueries;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A space as it was at a moment: its pages, {@value #PAGE_SIZE} at a time. */
@Named
@RequestScoped
public class PastSpacePage {
    private static final int PAGE_SIZE = 100;

    @Inject
    private ListRequest listRequest;

    @Inject
    private PageAddress address;

    @Inject
    private PastPageQueries pages;

    @Inject
    private Clock clock;

    private String at = "";
    private @Nullable Instant moment;
    private ListPart<PastPageQueries.Entry> part = ListPart.empty();
    private long deleted;

    public void load() {
        long space = address.getSpace().id();
        Instant asked = Moment.parse(at, clock.instant());
        moment = asked;
        part = pages.in(space, asked, listRequest.alphabetical(), PAGE_SIZE);
        deleted = address.isMayEdit() ? pages.deletedSince(space, asked) : 0;
    }

    public Instant getMoment() {
        return Objects.requireNonNull(moment);
    }

    /** The moment as the field for it shows it, which knows no smaller unit than seconds. */
    public String getField() {
        return LocalDateTime.ofInstant(getMoment(), ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    public List<PastPageQueries.Entry> getPages() {
        return part.rows();
    }

    /** The number of pages of then that are in the trash today; 0 for people who may not see it. */
    public long getDeleted() {
        return deleted;
    }

    /** The address of the page as it was. */
    public String href(PastPageQueries.Entry page) {
        return "/revision?space=" + address.getSpace().slug() + "&page=" + encoded(page.path()) + "&at=" + encoded(at);
    }

    /** The address of the pages before these; empty if there are none. */
    public String getPrevious() {
        return part.previousAddress(list(), PastPageQueries.Entry::path);
    }

    /** The address of the pages after these; empty if there are none. */
    public String getNext() {
        return part.nextAddress(list(), PastPageQueries.Entry::path);
    }

    private String list() {
        return "/history/space?space=" + address.getSpace().slug() + "&at=" + encoded(at) + "&";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
