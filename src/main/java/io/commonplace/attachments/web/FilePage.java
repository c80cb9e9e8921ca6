package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.FileVersionHead;
import io.commonplace.attachments.FileVersions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The page about a file: its versions, {@value #PAGE_SIZE} at a time. */
@Named
@RequestScoped
public class FilePage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private FileAddress address;

    @Inject
    private FileVersions versions;

    private int before;
    private boolean older;
    private List<FileVersionHead> listed = List.of();

    public void load() {
        AttachmentHead file = address.getFile();
        List<FileVersionHead> found = versions.before(file, before, PAGE_SIZE + 1);
        older = found.size() > PAGE_SIZE;
        listed = older ? found.subList(0, PAGE_SIZE) : found;
    }

    public List<FileVersionHead> getVersions() {
        return listed;
    }

    /** The current version is the first one of the first part. */
    public boolean isCurrent(FileVersionHead version) {
        return before <= 0 && version.equals(listed.get(0));
    }

    public String getOlderHref() {
        return older
                ? address.getHref() + "&before=" + listed.get(listed.size() - 1).number()
                : "";
    }

    public int getBefore() {
        return before;
    }

    public void setBefore(int before) {
        this.before = before;
    }
}
