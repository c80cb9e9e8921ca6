package io.commonplace.search;

import io.commonplace.pages.DocumentText;
import io.commonplace.rendering.LinkResolver;
import io.commonplace.rendering.RenderedPage;
import io.commonplace.rendering.Renderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A set of pages to search in, with judged queries. */
record Corpus(String name, List<PageContent> pages, Judgements judgements) {
    static final long SPACE = 7;
    private static final Renderer RENDERER = new Renderer();

    /** The handbook of the product, which {@code ./commonplace seed} imports. */
    static Corpus sampleHandbook() {
        Path root = Path.of("src/handbook");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".md")).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of("sample handbook", files, "handbook-queries.tsv");
    }

    /** A public authority's handbook, in the public domain. */
    static Corpus publicHandbook() {
        Map<String, String> files = new TreeMap<>();
        try (InputStream archive = Corpus.class.getResourceAsStream("public-handbook.zip");
                ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".md") && !entry.getName().equals("LICENSE.md")) {
                    files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of("public handbook", files, "public-queries.tsv");
    }

    /** A dozen short pages in another language, in one file. */
    static Corpus inLanguage(String name) {
        Map<String, String> files = new TreeMap<>();
        try (InputStream file = Corpus.class.getResourceAsStream(name + "-pages.md")) {
            for (String page : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^(?=# )")) {
                String title = page.substring(2, page.indexOf('\n'));
                files.put(title.toLowerCase(Locale.ROOT).replace(' ', '-') + ".md", page);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(name, files, name + "-queries.tsv");
    }

    private static Corpus of(String name, Map<String, String> files, String queries) {
        List<PageContent> pages = new ArrayList<>();
        files.forEach((file, markdown) -> pages.add(page(pages.size() + 1, file, markdown)));
        return new Corpus(name, List.copyOf(pages), Judgements.read(queries));
    }

    private static PageContent page(long id, String file, String markdown) {
        RenderedPage page = RENDERER.render(markdown, parsed -> new NoLinks());
        String path = path(file);
        String title = page.title() == null ? path.substring(path.lastIndexOf('/') + 1) : page.title();
        String html = DocumentText.of(page, title).html();
        return new PageContent(id, 1, SPACE, path, title, 1, "Ada", Instant.parse("2026-11-01T08:00:00Z"), html, "");
    }

    /** The page's address, as the judgements have it. */
    private static String path(String file) {
        String path = file.replaceFirst("\\.md$", "").replaceFirst("(^|/)(index|README)$", "");
        return path.isEmpty() ? "/" : path;
    }

    /** An index of all pages, in memory of a temporary folder. */
    PageIndex index(Path folder) {
        PageIndex index = PageIndex.open(folder);
        fill(index);
        return index;
    }

    void fill(SearchIndex index) {
        index.put(pages);
        index.refresh();
    }

    private static final class NoLinks implements LinkResolver {
        @Override
        public Optional<String> page(String destination) {
            return Optional.of(destination);
        }

        @Override
        public Optional<String> wiki(String target) {
            return Optional.of("/wiki/" + target);
        }
    }
}
