package io.commonplace.links.web;

import io.commonplace.links.LinkReports;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is wrong with the links of a space, {@value #PAGE_SIZE} lines at a time. */
@Named
@RequestScoped
public class LinksPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private PageAddress address;

    @Inject
    private LinkReports reports;

    @Inject
    private CurrentUser currentUser;

    private String kind = "";
    private String after = "";
    private LinkReports.Part part = new LinkReports.Part(List.of(), "");

    public void load() {
        part = reports.part(currentUser.viewer(), address.getSpace(), ReportAddress.kind(kind), after, PAGE_SIZE);
    }

    public List<LinkReports.Line> getLines() {
        return part.lines();
    }

    public boolean isMore() {
        return !part.next().isEmpty();
    }

    /** The address of the next part. */
    public String getNext() {
        return href(getKind()) + "&after=" + URLEncoder.encode(part.next(), StandardCharsets.UTF_8);
    }

    /** The address of a report. @param kind as in the address */
    public String href(String kind) {
        return "/links?space=" + address.getSpace().slug() + "&kind=" + kind;
    }

    /** The address of the same report as a file. */
    public String getFile() {
        return "/links.csv?space=" + address.getSpace().slug() + "&kind=" + getKind();
    }

    public List<String> getKinds() {
        return ReportAddress.NAMES;
    }

    /** The kind of the report, as in the address. */
    public String getKind() {
        return ReportAddress.name(ReportAddress.kind(kind));
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
