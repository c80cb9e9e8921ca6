package io.commonplace.pages;

import io.commonplace.cache.Weighted;
import io.commonplace.platform.Html;
import io.commonplace.rendering.Heading;
import io.commonplace.rendering.RenderedPage;
import java.io.Serializable;
import java.util.List;

/**
 * A page as readers get it; all of it is safe HTML.
 *
 * @param outline the table of contents as list items, empty if there are fewer than two headings
 * @param hasCode whether there is code to highlight
 */
public record DocumentText(String html, String outline, boolean hasCode) implements Serializable, Weighted {
    @Override
    public int weight() {
        return 1 + (html.length() + outline.length()) / UNIT;
    }

    /** @param title the page's: a first heading that only repeats it is left out, since it stands above the text */
    public static DocumentText of(RenderedPage page, String title) {
        return new DocumentText(withoutTitle(page, title), outline(page.outline()), page.hasCode());
    }

    private static String withoutTitle(RenderedPage page, String title) {
        String html = page.html().stripLeading();
        boolean repeats = html.startsWith("<h1")
                && page.outline().stream()
                        .findFirst()
                        .filter(h -> h.text().strip().equals(title.strip()))
                        .isPresent();
        return repeats ? html.substring(html.indexOf("</h1>") + "</h1>".length()) : html;
    }

    /** The headings of levels 2 and 3, these within those; before the first of level 2 they stand beside it. */
    private static String outline(List<Heading> headings) {
        List<Heading> shown =
                headings.stream().filter(h -> h.level() == 2 || h.level() == 3).toList();
        if (shown.size() < 2) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        int depth = 1;
        boolean within = false;
        for (Heading heading : shown) {
            within |= heading.level() == 2;
            int wanted = within ? heading.level() - 1 : 1;
            html.append(html.isEmpty() ? "" : wanted > depth ? "<ul>" : wanted < depth ? "</li></ul></li>" : "</li>");
            depth = wanted;
            html.append("<li><a href=\"#");
            Html.escape(heading.id(), html);
            html.append("\">");
            Html.escape(heading.text(), html);
            html.append("</a>");
        }
        return html.append(depth == 2 ? "</li></ul></li>" : "</li>").toString();
    }
}
