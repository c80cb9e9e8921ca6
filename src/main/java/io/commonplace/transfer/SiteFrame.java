package io.commonplace.transfer;

import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds to an exported site what its pages share: style, scripts, the lists of pages for the trees, and {@code index.html}. */
@ApplicationScoped
class SiteFrame {
    private static final String INDEX = "index.html";
    private static final int BATCH = 1000;

    /** Stands for the list of pages, which is written after the rest is known. */
    private static final String PAGES = "<!-- pages -->";

    @Inject
    private ExportQueries queries;

    void addTo(ZipPart zip, long exportId, Collection<SpaceHead> spaces, Instant time) throws IOException {
        for (String name : List.of("style.css", "site.js")) {
            zip.add(SiteTemplate.FOLDER + name, time, out -> out.write(SiteTemplate.resource(name)));
        }
        for (SpaceHead space : spaces) {
            zip.add(
                    SiteTemplate.FOLDER + SiteTemplate.pages(space.slug()),
                    time,
                    out -> writePages(out, exportId, space));
        }
        zip.add(INDEX, time, out -> writeIndex(out, exportId, spaces, time));
    }

    /** In the order of their numbers, so that memory holds a few at a time. */
    private void forEach(long exportId, PageVisitor visitor) throws IOException {
        int first = 0;
        List<ExportFile> pages;
        do {
            pages = queries.files(exportId, ExportFile.Kind.PAGE, first, first + BATCH);
            for (ExportFile page : pages) {
                visitor.visit(page);
            }
            first += BATCH;
        } while (!pages.isEmpty());
    }

    private interface PageVisitor {
        void visit(ExportFile page) throws IOException;
    }

    private void writePages(OutputStream out, long exportId, SpaceHead space) throws IOException {
        int[] count = {0};
        write(out, "window.commonplacePages = { pages: [\n");
        forEach(exportId, page -> {
            count[0]++;
            if (page.spaceId() == space.id()) {
                write(out, json(page.path(), page.name(), page.title()) + ",\n");
            }
        });
        write(out, "], count: %d, step: %d };\n".formatted(count[0], ExportJob.PAGES_SIZE));
    }

    static String json(String... texts) {
        return Json.createArrayBuilder(List.of(texts)).build().toString();
    }

    /** All pages as links, for those who have no script. The tree is that of the first space. */
    private void writeIndex(OutputStream out, long exportId, Collection<SpaceHead> spaces, Instant time)
            throws IOException {
        String[] aroundPages = index(spaces.iterator().next(), time).split(Pattern.quote(PAGES), 2);
        Map<Long, String> names = spaces.stream().collect(Collectors.toMap(SpaceHead::id, SpaceHead::name));
        long[] current = {0};
        write(out, aroundPages[0]);
        forEach(exportId, page -> {
            if (page.spaceId() != current[0]) {
                String end = current[0] == 0 ? "" : "</ul>";
                current[0] = page.spaceId();
                write(out, end + "<h2>" + SiteTemplate.escaped(names.getOrDefault(current[0], "")) + "</h2><ul>\n");
            }
            write(out, "<li>" + SiteTemplate.link(INDEX, page.name(), page.title()) + "</li>\n");
        });
        write(out, "</ul>" + aroundPages[1]);
    }

    private static String index(SpaceHead space, Instant time) {
        Map<String, String> markup = new HashMap<>();
        List.of("trail", "changed", "outline", "files").forEach(place -> markup.put(place, ""));
        markup.put("title", SiteTemplate.escaped(Messages.text("export.site.all")));
        markup.put("space", SiteTemplate.escaped(space.name()));
        markup.put("text", PAGES);
        markup.put("footer", SitePage.footer(time));
        return SiteTemplate.page(INDEX, space.slug(), markup);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
