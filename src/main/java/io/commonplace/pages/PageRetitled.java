package io.commonplace.pages;

import io.commonplace.people.Viewer;

/**
 * A person has given a page another title. It is sent inside the transaction of the change.
 *
 * @param former the title before
 */
public record PageRetitled(SpaceHead space, long pageId, String path, String former, String title, Viewer by) {
    /** Whether a link by the former title finds the page by its address, which the title doesn't change. */
    public boolean isFoundByAddress() {
        return TargetNames.ends(former).contains(PagePath.name(path));
    }

    /** Whether a wiki link with this target looks for the former title. */
    public boolean isFormer(String wikiTarget) {
        return WrittenLink.of(wikiTarget).names().stream()
                .anyMatch(name -> LinkTarget.key(name).equals(LinkTarget.key(former)));
    }
}
