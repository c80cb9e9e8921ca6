package io.commonplace.pages.web;

import java.util.regex.Pattern;

/**
 * Makes the disabled check boxes of a page's tasks those of a form. A page is rendered once for everybody; that is the HTML
 * for people who may not edit. In it, quotation marks outside of tags are references, so the pattern finds tags only.
 */
final class TaskMarkup {
    private static final String START = "<input type=\"checkbox\" disabled=\"\" data-task=\"";
    private static final Pattern TASK = Pattern.compile(Pattern.quote(START) + "([0-9]+)\"");

    private TaskMarkup() {}

    static boolean hasTasks(String html) {
        return html.contains(START);
    }

    static String tickable(String html) {
        return TASK.matcher(html)
                .replaceAll("<input type=\"hidden\" name=\"task\" value=\"$1\" />"
                        + "<input type=\"checkbox\" name=\"done\" value=\"$1\"");
    }
}
