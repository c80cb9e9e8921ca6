package io.commonplace.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamEventReceiverWrapper;

/** Wraps tables, so that a wide one scrolls on a narrow screen, also by keyboard. Aligns cells by class, without a style. */
final class TableStage extends HtmlStreamEventReceiverWrapper {
    private int depth;

    TableStage(HtmlStreamEventReceiver next) {
        super(next);
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        switch (element) {
            case "table" -> {
                if (depth++ == 0) {
                    super.openTag(
                            "div",
                            List.of(
                                    "class",
                                    "table-wrap",
                                    "tabindex",
                                    "0",
                                    "role",
                                    "region",
                                    "aria-label",
                                    Labels.of("rendering.label.table")));
                }
                super.openTag(element, attributes);
            }
            case "th", "td" -> super.openTag(element, aligned(attributes));
            default -> super.openTag(element, attributes);
        }
    }

    @Override
    public void closeTag(String element) {
        super.closeTag(element);
        if (element.equals("table") && --depth == 0) {
            super.closeTag("div");
        }
    }

    private static List<String> aligned(List<String> attributes) {
        Attributes cell = Attributes.of(attributes);
        @Nullable String align = cell.remove("align");
        return align == null ? attributes : cell.with("class", "align-" + align).list();
    }
}
