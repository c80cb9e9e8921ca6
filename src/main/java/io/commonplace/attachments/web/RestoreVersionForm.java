package io.commonplace.attachments.web;

import io.commonplace.attachments.FileChanges;
import io.commonplace.attachments.FileVersionHead;
import io.commonplace.attachments.FileVersions;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

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

    private int number;

    public void load() {
        address.requireEdit();
        versions.get(address.getFile(), number);
    }

    public void restore() {
        if (formAction.accepted(() -> changes.restore(address.viewer(), address.id(), number))) {
            flashMessages.redirect(address.getHref(), "file.version.restored", number);
        }
    }

    public FileVersionHead getVersion() {
        return versions.get(address.getFile(), number);
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }
}
