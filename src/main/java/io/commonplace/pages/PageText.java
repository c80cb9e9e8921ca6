package io.commonplace.pages;

/**
 * A page's title and text, as written by a person.
 *
 * @param comment a short description of the change; may be empty
 * @param minor whether the change is too small for the list of recent changes
 */
public record PageText(String title, String markdown, String comment, boolean minor) {
    public PageText(String title, String markdown, String comment) {
        this(title, markdown, comment, false);
    }
}
