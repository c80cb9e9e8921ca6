package io.commonplace.pages;

/**
 * A page in a space's tree.
 *
 * @param parentId 0 for a page without a parent
 * @param hasChildren whether there are pages below it
 */
public record TreeNode(long id, long parentId, String path, String title, boolean hasChildren) {
    /** Whether it is the front page, which no tree shows: the pages below it are the top. */
    boolean isFront() {
        return path.isEmpty();
    }
}
