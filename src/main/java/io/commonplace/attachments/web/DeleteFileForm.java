package io.commonplace.attachments.web;

import io.commonplace.attachments.FilePlace;
import io.commonplace.attachments.FileTrash;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Moves a file to the trash. */
@Named
@RequestScoped
public class DeleteFileForm {
    @Inject
    private FileAddress address;

    @Inject
    private FileTrash trash;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    public void load() {
        address.requireEdit();
    }

    public void delete() {
        address.requireEdit();
        long id = address.id();
        String name = address.getFile().name();
        FilePlace place = address.getPlace();
        if (formAction.accepted(() -> trash.delete(address.viewer(), id))) {
            flashMessages.redirectWithUndo(place.listHref(), "/trash/restore-file?id=" + id, "file.removed", name);
        }
    }
}
