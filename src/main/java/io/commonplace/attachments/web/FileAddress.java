package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.FileDetails;
import io.commonplace.attachments.FilePlace;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The file that the parameter {@code id} names, for views about a file. */
@Named
@RequestScoped
public class FileAddress {
    @Inject
    private HttpServletRequest request;

    @Inject
    private FileDetails details;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    private @Nullable AttachmentHead file;
    private @Nullable FilePlace place;

    /** @throws NotFound if there is no such file, or the person may not view it */
    public AttachmentHead getFile() {
        AttachmentHead known = file;
        if (known == null) {
            known = details.get(viewer(), id());
            file = known;
        }
        return known;
    }

    /** Its space, and the page that lists it. */
    public FilePlace getPlace() {
        FilePlace known = place;
        if (known == null) {
            known = details.place(getFile());
            place = known;
        }
        return known;
    }

    long id() {
        return number(request.getParameter("id"));
    }

    /** 0, which nothing has, for anything else. */
    static long number(@Nullable String parameter) {
        return parameter != null && parameter.matches("\\d{1,18}") ? Long.parseLong(parameter) : 0;
    }

    /** The address of the page about it. */
    public String getHref() {
        return getFile().details();
    }

    public boolean isMayEdit() {
        return details.mayEdit(viewer(), getFile());
    }

    void requireEdit() {
        access.require(viewer(), SpaceLevel.EDIT, getFile().spaceId());
    }

    Viewer viewer() {
        return currentUser.viewer();
    }
}
