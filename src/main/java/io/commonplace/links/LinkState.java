package io.commonplace.links;

import io.commonplace.pages.PageLink;

/** Whether a link leads somewhere. Its name is stored. */
public enum LinkState {
    FOUND,
    BROKEN,
    /** The page is there, and has no such section. */
    NO_SECTION,
    /** Other sites, and addresses of this site. */
    NOT_CHECKED;

    static LinkState of(PageLink link) {
        return switch (link.link().kind()) {
            case INSIDE, WIKI -> link.isBroken() ? BROKEN : link.target() == null ? NOT_CHECKED : FOUND;
            case SECTION -> FOUND;
            case OUTSIDE -> NOT_CHECKED;
            case UNSUPPORTED -> BROKEN;
        };
    }
}
