package io.commonplace.attachments.web;

import io.commonplace.attachments.AddedFile;
import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.AttachmentStore.Outcome;
import io.commonplace.attachments.PageFiles;
import io.commonplace.attachments.Upload;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists the files of a page, and adds some. */
@Named
@RequestScoped
public class AttachmentsForm {
    @Inject
    private PageAddress address;

    @Inject
    private AttachmentList list;

    @Inject
    private FileIntake intake;

    @Inject
    private PageFiles files;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private List<Part> uploads = List.of();

    public void load() {
        address.requireEdit();
    }

    public void add() {
        address.requireEdit();
        List<Outcome> outcomes = new ArrayList<>();
        if (formAction.accepted(() -> addAll(outcomes), "upload")) {
            flashMessages.redirect(
                    href(),
                    "file.uploaded",
                    Collections.frequency(outcomes, Outcome.CREATED),
                    Collections.frequency(outcomes, Outcome.UPDATED),
                    Collections.frequency(outcomes, Outcome.UNCHANGED));
        }
    }

    private void addAll(List<Outcome> outcomes) {
        List<Part> chosen = uploads.stream()
                .filter(part -> !FileIntake.name(part).isEmpty())
                .toList();
        if (chosen.isEmpty()) {
            throw new Refusal("file.upload.choose");
        }
        for (Part part : chosen) {
            outcomes.add(intake.take(part, this::add).outcome());
        }
    }

    private AddedFile add(Upload upload) {
        return files.add(currentUser.viewer(), address.getSpace(), address.getPage(), upload);
    }

    public List<AttachmentHead> getFiles() {
        return list.of(address.getPage().id());
    }

    public String markdown(AttachmentHead file) {
        return FileMarkdown.of(file);
    }

    private String href() {
        return "/attachments?space=" + address.getSpace().slug() + "&page=" + address.getEncodedPath();
    }

    public List<Part> getUploads() {
        return uploads;
    }

    public void setUploads(List<Part> uploads) {
        this.uploads = uploads;
    }
}
