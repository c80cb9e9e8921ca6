package io.commonplace.attachments.web;

import io.commonplace.attachments.FileChanges;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import org.jspecify.annotations.Nullable;

/** Uploads a new version of a file. */
@Named
@RequestScoped
public class ReplaceFileForm {
    @Inject
    private FileAddress address;

    @Inject
    private FileIntake intake;

    @Inject
    private FileChanges changes;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private @Nullable Part upload;

    public void replace() {
        address.requireEdit();
        boolean[] changed = new boolean[1];
        if (formAction.accepted(() -> changed[0] = store(), "upload")) {
            String name = address.getFile().name();
            flashMessages.redirect(address.getHref(), changed[0] ? "file.replaced" : "file.same", name);
        }
    }

    private boolean store() {
        Part sent = upload;
        if (sent == null || FileIntake.name(sent).isEmpty()) {
            throw new Refusal("file.upload.chooseOne");
        }
        return intake.take(sent, file -> changes.replace(address.viewer(), address.id(), file));
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part upload) {
        this.upload = upload;
    }
}
