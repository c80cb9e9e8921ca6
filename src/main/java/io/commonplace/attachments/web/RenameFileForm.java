package io.commonplace.attachments.web;

import io.commonplace.attachments.FileChanges;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Gives a file another name. */
@Named
@RequestScoped
public class RenameFileForm {
    @Inject
    private FileAddress address;

    @Inject
    private FileChanges changes;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private String name = "";

    public void load() {
        address.requireEdit();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            name = address.getFile().name();
        }
    }

    public void rename() {
        String[] renamed = new String[1];
        if (formAction.accepted(() -> renamed[0] = changes.rename(address.viewer(), address.id(), name), "name")) {
            flashMessages.redirect(address.getHref(), "file.renamed", renamed[0]);
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
