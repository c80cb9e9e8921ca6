package io.commonplace.pages;

/**
 * The pages of a space have another language now. It is sent inside the transaction of the change, and an observer that
 * doesn't know the language may refuse it.
 *
 * @param language ISO 639-1; empty if it is detected for each page
 */
public record SpaceLanguageChanged(long spaceId, String language) {}
