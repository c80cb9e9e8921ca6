package io.commonplace.pages;

import io.commonplace.people.Viewer;

/**
 * A page has moved with all pages below it. It is sent inside the transaction of the change.
 *
 * @param title of the page
 * @param from its former path
 * @param by who has moved it
 */
public record PagesMoved(SpaceHead space, String title, String from, String to, Viewer by) {}
