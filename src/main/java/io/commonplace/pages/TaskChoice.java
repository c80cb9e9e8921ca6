package io.commonplace.pages;

import java.util.Map;

/**
 * Which tasks of a page somebody wants to be done.
 *
 * @param revision the number of the revision that the person has seen
 * @param wanted whether a task is done, by its number in that revision
 * @param whole whether all of the page was sent, so that a task which is as it was has not been chosen
 */
public record TaskChoice(int revision, Map<Integer, Boolean> wanted, boolean whole) {
    public TaskChoice {
        wanted = Map.copyOf(wanted);
    }
}
