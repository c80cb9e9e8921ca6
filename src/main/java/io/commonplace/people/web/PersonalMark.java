package io.commonplace.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is a person's own on each page. In markup that is kept for all readers, a mark stands in its place. Nobody can guess a
 * mark, so nobody can write one.
 */
public enum PersonalMark {
    CSRF_TOKEN(CurrentUser::csrf),
    DISPLAY_NAME(CurrentUser::getDisplayName);

    private static final String MARKING = PersonalMark.class.getName();

    private final String text = UUID.randomUUID().toString();
    private final Function<CurrentUser, String> own;

    PersonalMark(Function<CurrentUser, String> own) {
        this.own = own;
    }

    /** Lets views of this request show marks, until {@link #end}. */
    public static void begin(HttpServletRequest request) {
        request.setAttribute(MARKING, true);
    }

    public static void end(HttpServletRequest request) {
        request.removeAttribute(MARKING);
    }

    static boolean isMarking(HttpServletRequest request) {
        return request.getAttribute(MARKING) != null;
    }

    /** The mark: letters, digits and hyphens. */
    public String text() {
        return text;
    }

    /** What the mark stands for in a response to this person. */
    public String own(CurrentUser person) {
        return own.apply(person);
    }
}
