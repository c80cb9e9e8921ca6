package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Trash;
import io.commonplace.pages.TrashQueries;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One deletion in the trash: restores it, or deletes it permanently. */
@Named
@RequestScoped
public class TrashEntryPage {
    @Inject
    private PageAddress address;

    @Inject
    private Trash trash;

    @Inject
    private TrashQueries list;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private long id;
    private String name = "";
    private @Nullable Deletion deletion;

    public void load() {
        Deletion found = list.get(address.viewer(), address.getSpace(), id);
        deletion = found;
        if (!FacesContext.getCurrentInstance().isPostback()) {
            name = found.name();
        }
    }

    public void restore() {
        SpaceHead space = address.getSpace();
        String[] path = new String[1];
        if (formAction.accepted(() -> path[0] = trash.restore(address.viewer(), space, id, name), "name")) {
            flashMessages.redirect(space.href(path[0]), "trash.restored");
        }
    }

    public void destroy() {
        SpaceHead space = address.getSpace();
        if (formAction.accepted(() -> trash.destroy(address.viewer(), space, id))) {
            flashMessages.redirect("/trash?space=" + space.slug(), "trash.deletedPermanently");
        }
    }

    public Deletion getDeletion() {
        return Objects.requireNonNull(deletion);
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
