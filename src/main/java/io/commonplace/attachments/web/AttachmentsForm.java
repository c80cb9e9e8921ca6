package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.PageFiles;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Adds files to a page, and removes one. */
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
    private long id;

    public void load() {
        address.requireEdit();
    }

    public void add() {
        address.requireEdit();
        if (formAction.accepted(this::addAll, "upload")) {
            flashMessages.redirect(href(), "file.added", uploads.size());
        }
    }

    private void addAll() {
        List<Part> chosen =
                uploads.stream().filter(part -> !name(part).isEmpty()).toList();
        if (chosen.isEmpty()) {
            throw new Refusal("file.upload.choose");
        }
        Viewer viewer = currentUser.viewer();
        for (Part part : chosen) {
            try (InputStream bytes = part.getInputStream()) {
                intake.add(viewer, address.getSpace(), address.getPage(), name(part), part.getSize(), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String name(Part part) {
        String sent = part.getSubmittedFileName();
        return sent == null ? "" : sent;
    }

    public void remove() {
        String name = getFile().name();
        if (formAction.accepted(() -> files.remove(currentUser.viewer(), address.getSpace(), address.getPage(), id))) {
            flashMessages.redirect(href(), "file.removed", name);
        }
    }

    public List<AttachmentHead> getFiles() {
        return list.of(address.getPage().id());
    }

    /** The file that the parameter {@code file} names. */
    public AttachmentHead getFile() {
        address.requireEdit();
        return getFiles().stream()
                .filter(file -> file.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("file.notFound"));
    }

    public String markdown(AttachmentHead file) {
        return FileMarkdown.of(file);
    }

    public String getHref() {
        return href();
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

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
