package io.commonplace.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.rendering.Heading;
import io.commonplace.rendering.LinkResolver;
import io.commonplace.rendering.Renderer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link in the repository's Markdown leads to a file, and to a heading of it where it names one. */
class DocumentationLinksTest {
    private static final Path HANDBOOK = Path.of("src/handbook");
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*|//.*|/s/.*");
    private static final Pattern PATH = Pattern.compile("src/(?:docs|handbook)/[\\w/-]+\\.(?:md|svg|png)");
    private static final Renderer RENDERER = new Renderer();

    static Stream<Path> documents() throws IOException {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Path::of),
                files("src/docs", "src/handbook").filter(file -> file.toString().endsWith(".md")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        assertThat(brokenLinks(document)).isEmpty();
    }

    @Test
    void aBrokenLinkIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.md"), "# One");
        Path document = Files.writeString(
                folder.resolve("b.md"), "[1](a.md) [2](a.md#one) [3](#here) [4](c.md) [5](a.md#two)\n\n# Here");
        assertThat(brokenLinks(document)).containsExactlyInAnyOrder("c.md", "a.md#two");
    }

    /** In comments, scripts and configuration a document is named by its path from the top. */
    @Test
    void everyDocumentThatIsNamedExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path file : files("src", "cluster", "database", "payara-config", "load-balancer", "monitoring")
                .toList()) {
            if (file.toString().matches(".*\\.(png|svg|zip)")) {
                continue;
            }
            PATH.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .results()
                    .filter(found -> !Files.exists(Path.of(found.group())))
                    .forEach(found -> missing.add(file + ": " + found.group()));
        }
        assertThat(missing).isEmpty();
    }

    private static List<String> brokenLinks(Path document) throws IOException {
        return RENDERER.parse(Files.readString(document)).destinations().stream()
                .filter(destination -> !ADDRESS.matcher(destination).matches())
                .filter(destination -> !leadsSomewhere(document, destination))
                .toList();
    }

    private static boolean leadsSomewhere(Path document, String destination) {
        String[] parts = destination.split("#", 2);
        Path file = parts[0].isEmpty() ? document : target(document, parts[0]);
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1 || headings(file).contains(parts[1]);
    }

    /** As the site resolves it: from the top of the handbook after a slash, and with or without the ending. */
    private static Path target(Path document, String path) {
        Path file = path.startsWith("/")
                ? HANDBOOK.resolve(path.substring(1))
                : document.resolveSibling(path).normalize();
        return Files.exists(file) ? file : file.resolveSibling(file.getFileName() + ".md");
    }

    private static List<String> headings(Path file) {
        try {
            return RENDERER.render(RENDERER.parse(Files.readString(file)), new Anywhere()).outline().stream()
                    .map(Heading::id)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files.stream();
    }

    /** Headings are what is asked for, not where links lead. */
    private static final class Anywhere implements LinkResolver {
        @Override
        public Optional<String> page(String destination) {
            return Optional.of(destination);
        }

        @Override
        public Optional<String> wiki(String target) {
            return Optional.of(target);
        }
    }
}
