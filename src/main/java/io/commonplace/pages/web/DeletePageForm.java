package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Trash;
import io.commonplace.pages.TrashQueries;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks for confirmation before a page and its descendants are deleted. */
@Named
@RequestScoped
public class DeletePageForm {
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

    private int count;

    /** Counts at each request; {@link Trash#delete} refuses if the number has changed since. */
    public void load() {
        address.requireEdit();
        count = list.subtreeSize(address.getPage().id());
    }

    public void delete() {
        SpaceHead space = address.getSpace();
        String path = address.getPath();
        Deletion[] done = new Deletion[1];
        if (formAction.accepted(() -> done[0] = trash.delete(address.viewer(), space, path, count))) {
            flashMessages.redirectWithUndo(
                    above(space, path),
                    "/trash/restore?space=" + space.slug() + "&deletion=" + done[0].id(),
                    "trash.deleted",
                    done[0].title(),
                    done[0].pages() - 1);
        }
    }

    /** The page whose path is the parent path; otherwise the space. */
    private String above(SpaceHead space, String path) {
        return space.href(address.exists(PagePath.parent(path)) ? PagePath.parent(path) : "");
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }
}
