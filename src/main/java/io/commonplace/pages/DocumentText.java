package io.commonplace.pages;

import io.commonplace.cache.Weighted;
import io.commonplace.platform.Html;
import io.commonplace.rendering.Heading;
import io.commonplace.rendering.RenderedPage;
import java.io.Serializable;
import java.util.List;

/**
 * The rendered text of a page; all of it is safe HTML.
 *
 * @param outline the table of contents as list items; empty if there are fewer than two headings
 * @param hasCode whether there is code to highlight
 */
public record DocumentText(String html, String outline, boolean hasCode) implements Serializable, Weighted {
    @Override
    public int weight() {
        return 1 + (html.length() + outline.length()) / UNIT;
    }

    /** Whether a script has to show formulas. The HTML says it: what is in quotation marks outside of a tag is a reference. */
    public boolean hasFormulas() {
        return html.contains(" class=\"math\"");
    }

    /** Whether there are pictures that a script shows large. */
    public boolean hasPictures() {
        return html.contains("<img ");
    }

    /** Whether a script has to draw diagrams. */
    public boolean hasDiagrams() {
        return html.contains("<figure class=\"diagram\"");
    }

    /**
     * @param title of the page. A first heading with the same text is dropped, because the title is shown above the text.
     */
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

    /**
     * The headings of level 2, with those of level 3 nested in them. Before the first heading of level 2, those of level 3
     * are not nested.
     */
    private static String outline(List<Heading> headings) {
        List<Heading> shown =
                headings.stream().filter(h -> h.level() == 2 || h.level() == 3).toList();
        if (shown.size() < 2) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        int depth = 1;
        boolean nested = false;
        for (Heading heading : shown) {
            nested |= heading.level() == 2;
            int targetDepth = nested ? heading.level() - 1 : 1;
            html.append(
                    html.isEmpty()
                            ? ""
                            : targetDepth > depth ? "<ul>" : targetDepth < depth ? "</li></ul></li>" : "</li>");
            depth = targetDepth;
            html.append("<li><a href=\"#");
            Html.escape(heading.id(), html);
            html.append("\">");
            Html.escape(heading.text(), html);
            html.append("</a>");
        }
        return html.append(depth == 2 ? "</li></ul></li>" : "</li>").toString();
    }
}
