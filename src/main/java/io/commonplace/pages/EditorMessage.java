package io.commonplace.pages;

/**
 * Tells the clones that a person has the editor of a page open, or has closed it: {@code open 12 7}.
 *
 * @param isOpen false if it was closed
 */
record EditorMessage(boolean isOpen, long pageId, long personId) {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    static EditorMessage parse(String text) {
        String[] parts = text.split(" ");
        return new EditorMessage(parts[0].equals(OPEN), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    @Override
    public String toString() {
        return (isOpen ? OPEN : CLOSED) + " " + pageId + " " + personId;
    }
}
