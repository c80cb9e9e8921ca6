package io.commonplace.rendering;

/**
 * A task list item as it stands in a page's source.
 *
 * @param place of the character between the brackets, in the source; -1 if it can't be told
 * @param text of its first paragraph, without markup
 */
public record WrittenTask(int place, boolean done, String text) {}
