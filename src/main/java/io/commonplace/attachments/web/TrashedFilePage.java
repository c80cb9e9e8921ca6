package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.FilePlace;
import io.commonplace.attachments.FileTrash;
import io.commonplace.attachments.FileTrashQueries;
import io.commonplace.attachments.TrashedFile;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One file in the trash: restores it, or deletes it permanently. */
@Named
@RequestScoped
public class TrashedFilePage {
    @Inject
    private FileTrash trash;

    @Inject
    private FileTrashQueries list;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private long id;
    private String name = "";
    private @Nullable TrashedFile file;

    public void load() {
        TrashedFile found = getFile();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            name = found.name();
        }
    }

    public void restore() {
        AttachmentHead[] restored = new AttachmentHead[1];
        if (formAction.accepted(() -> restored[0] = trash.restore(currentUser.viewer(), id, name), "name")) {
            flashMessages.redirect(restored[0].details(), "file.restored", restored[0].name());
        }
    }

    public void destroy() {
        String back = getTrashHref();
        if (formAction.accepted(() -> trash.destroy(currentUser.viewer(), id))) {
            flashMessages.redirect(back, "trash.deletedPermanently");
        }
    }

    public TrashedFile getFile() {
        TrashedFile known = file;
        if (known == null) {
            known = list.get(currentUser.viewer(), id);
            file = known;
        }
        return known;
    }

    public FilePlace getPlace() {
        return list.place(getFile());
    }

    /** The address of the trash that it is in. */
    public String getTrashHref() {
        return "/trash?space=" + getPlace().space().slug();
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
