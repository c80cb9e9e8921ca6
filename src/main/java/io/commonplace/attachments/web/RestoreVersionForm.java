package io.commonplace.attachments.web;

import io.commonplace.attachments.FileChanges;
import io.commonplace.attachments.FileVersionHead;
import io.commonplace.attachments.FileVersions;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Makes an earlier version of a file the current one. Nothing is lost: it becomes a new version. */
@Named
@RequestScoped
public class RestoreVersionForm {
    @Inject
    private FileAddress address;

    @Inject
    private FileVersions versions;

    @Inject
    private FileChanges changes;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    public void load() {
        address.requireEdit();
        getVersion();
    }

    public void restore() {
        if (formAction.accepted(() -> changes.restore(address.viewer(), address.id(), getNumber()))) {
            flashMessages.redirect(address.getHref(), "file.version.restored", getNumber());
        }
    }

    public FileVersionHead getVersion() {
        return versions.get(address.getFile(), getNumber());
    }

    /** From the request, because the view asks for the version before Faces sets the view's parameters. */
    public int getNumber() {
        return (int) Math.min(Integer.MAX_VALUE, FileAddress.number(request.getParameter("version")));
    }
}
