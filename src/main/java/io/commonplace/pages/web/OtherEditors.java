package io.commonplace.pages.web;

import io.commonplace.platform.Messages;
import java.util.List;

/** Says who else is editing a page. */
final class OtherEditors {
    private static final int MAX_NAMES = 5;
    private static final String COMMA = ", ";

    private OtherEditors() {}

    /** Empty if there is nobody. */
    static String text(List<String> names) {
        int count = names.size();
        if (count > MAX_NAMES) {
            return Messages.text(
                    "page.editors.more", String.join(COMMA, names.subList(0, MAX_NAMES)), count - MAX_NAMES);
        }
        return switch (count) {
            case 0 -> "";
            case 1 -> Messages.text("page.editors.one", names.get(0));
            default ->
                Messages.text(
                        "page.editors.several", String.join(COMMA, names.subList(0, count - 1)), names.get(count - 1));
        };
    }
}
