package io.commonplace.pages.web;

import io.commonplace.pages.Moves;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.Place;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TrashQueries;
import io.commonplace.pages.TreeNode;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Moves a page and its descendants to another place or address. */
@Named
@RequestScoped
public class MovePageForm {
    @Inject
    private PageAddress address;

    @Inject
    private Moves moves;

    @Inject
    private TrashQueries pages;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private int below;
    private String from = "";
    private String parent = "";
    private String name = "";

    /** Shows the page's current place, even if somebody has moved it since the form was opened; typed values stay. */
    public void load() {
        address.requireEdit();
        PageHead page = address.getPage();
        from = page.path();
        below = pages.subtreeSize(page.id()) - 1;
        if (!FacesContext.getCurrentInstance().isPostback()) {
            List<TreeNode> trail = address.getTrail();
            parent = trail.size() < 2 ? "" : trail.get(trail.size() - 2).path();
            name = PagePath.name(from);
        }
    }

    public void move() {
        SpaceHead space = address.getSpace();
        String title = address.getPage().title();
        String[] path = new String[1];
        if (formAction.accepted(
                () -> path[0] = moves.move(address.viewer(), space, from, new Place(TypedPath.of(space, parent), name)),
                "parent",
                "name")) {
            flashMessages.redirect(space.href(path[0]), "page.moved", title);
        }
    }

    /** The number of pages below, which move with it. */
    public int getBelow() {
        return below;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getParent() {
        return parent;
    }

    public void setParent(String parent) {
        this.parent = parent;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
