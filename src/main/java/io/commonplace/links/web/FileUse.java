package io.commonplace.links.web;

import io.commonplace.links.Backlinks;
import io.commonplace.people.web.CurrentUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** The pages that show a file or link to it, a part at a time, for views about files: {@code #{fileUse.of(fileId)}}. */
@Named
@RequestScoped
public class FileUse {
    @Inject
    private Backlinks backlinks;

    @Inject
    private CurrentUser currentUser;

    private long after;
    private Backlinks.@Nullable Part part;

    /** The caller has checked the right to view the file. Pages that the person may not view are left out. */
    public Backlinks.Part of(long fileId) {
        Backlinks.Part known = part;
        if (known == null) {
            known = backlinks.after(currentUser.viewer(), fileId, after);
            part = known;
        }
        return known;
    }

    public long getAfter() {
        return after;
    }

    public void setAfter(long after) {
        this.after = after;
    }
}
