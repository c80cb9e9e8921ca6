package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Trash;
import io.commonplace.pages.TrashList;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Asks whether a page is to go, with all pages below it. */
@Named
@RequestScoped
public class DeletePageForm {
    @Inject
    private PageAddress address;

    @Inject
    private Trash trash;

    @Inject
    private TrashList list;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private int count;

    /** Counts anew each time, so that what is confirmed is what was shown. */
    public void load() {
        address.requireEdit();
        count = list.pagesFrom(address.getPage().id());
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

    /** The nearest page above, as far as its path says it; else the space. */
    private String above(SpaceHead space, String path) {
        return space.href(address.isThere(PagePath.parent(path)) ? PagePath.parent(path) : "");
    }

    public int getCount() {
        return count;
    }

    public void setCount(int count) {
        this.count = count;
    }
}
