package io.commonplace.pages;

/** The last child that was shown: the next part begins after it, even if that page is gone or has another title now. */
public record BranchKey(String title, long id) {
    /** Before all children. */
    public static final BranchKey START = new BranchKey("", 0);

    public static BranchKey of(TreeNode node) {
        return new BranchKey(node.title(), node.id());
    }
}
