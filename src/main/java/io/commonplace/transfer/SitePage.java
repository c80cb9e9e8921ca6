package io.commonplace.transfer;

import io.commonplace.attachments.FileSize;
import io.commonplace.pages.DocumentText;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.Revision;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page of an exported site.
 *
 * @param trail the pages above it, from the top
 * @param files those that the page lists
 * @param exportedAt the instant that the site shows
 */
record SitePage(ExportFile page, SpaceHead space, List<ExportFile> trail, List<ExportFile> files, Instant exportedAt) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    String html(Revision revision, DocumentText text) {
        return SiteTemplate.page(
                page.name(),
                space.slug(),
                Map.of(
                        "title", SiteTemplate.escaped(page.title()),
                        "space", SiteTemplate.escaped(space.name()),
                        "trail", trail.isEmpty() ? "" : trailList(),
                        "changed", changed(revision),
                        "outline", outline(text.outline()),
                        "text", text.html(),
                        "files", files.isEmpty() ? "" : fileList(),
                        "footer", footer(exportedAt)));
    }

    static String footer(Instant exportedAt) {
        return SiteTemplate.escaped(Messages.text("export.site.footer", DAY.format(exportedAt)));
    }

    private String trailList() {
        StringBuilder html = new StringBuilder("<nav class=\"breadcrumbs\" aria-label=\"")
                .append(SiteTemplate.escaped(Messages.text("export.site.trail")))
                .append("\"><ol>");
        trail.forEach(above -> html.append("<li>")
                .append(SiteTemplate.link(page.name(), above.name(), above.title()))
                .append("</li>"));
        return html.append("</ol></nav>").toString();
    }

    private static String changed(Revision revision) {
        String day = DAY.format(revision.getCreatedAt());
        return "<p class=\"meta\">"
                + SiteTemplate.escaped(Messages.text("export.site.changed", revision.getAuthorName(), day)) + "</p>";
    }

    private static String outline(String items) {
        String title = SiteTemplate.escaped(Messages.text("export.site.outline"));
        return items.isEmpty() ? "" : """
                <nav class="side toc" aria-label="%1$s"><details class="fold"><summary>%1$s</summary>
                <div class="fold-body"><p class="fold-title">%1$s</p><ul>%2$s</ul></div></details></nav>""".formatted(title, items);
    }

    private String fileList() {
        StringBuilder html = new StringBuilder("<section class=\"page-parts\"><h2>")
                .append(SiteTemplate.escaped(Messages.text("export.site.files")))
                .append("</h2><ul class=\"list\">");
        files.forEach(file -> html.append("<li class=\"item\">")
                .append(SiteTemplate.link(page.name(), file.name(), PagePath.name(file.path())))
                .append(" <span class=\"meta\">")
                .append(SiteTemplate.escaped(FileSize.text(file.size())))
                .append("</span></li>"));
        return html.append("</ul></section>").toString();
    }
}
