package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What src/handbook/extending/a-page.md says of views. */
class ViewsTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path SHOWN_BY_SERVLETS = WEBAPP.resolve("WEB-INF/views");
    private static final Path PARTS = WEBAPP.resolve("WEB-INF/parts");

    static Stream<Path> views() {
        return Stream.concat(Endpoints.views().values().stream().distinct(), files(SHOWN_BY_SERVLETS));
    }

    static Stream<Path> markup() {
        return files(WEBAPP);
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewFillsATemplateInAtMostSixtyLines(Path view) {
        assertThat(read(view).lines().count()).isLessThanOrEqualTo(60);
        assertThat(parse(view).expectFirst("ui|composition").attr("template")).startsWith("/WEB-INF/templates/");
    }

    @ParameterizedTest
    @MethodSource("markup")
    void aFormThatIsSentHasItsToken(Path file) {
        List<Element> sent = parse(file).select("h|form, form[method=post]");
        assertThat(sent)
                .allSatisfy(form ->
                        assertThat(form.select("cp|csrf, input[name=csrf]")).isNotEmpty());
    }

    /** Faces would not be mapped to the address, and nobody would be told. */
    @Test
    void noViewStandsAtAServletsAddress() {
        List<String> addresses = Endpoints.all().stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(Endpoint::address)
                .toList();
        assertThat(addresses).hasSizeGreaterThan(30).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotAskedForIsForwardedToOrIncluded() throws IOException {
        Set<Path> used = new HashSet<>();
        markup().forEach(file -> parse(file)
                .select("ui|include")
                .forEach(part -> used.add(WEBAPP.resolve(part.attr("src").replaceFirst("^/", "")))));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(source -> source.toString().endsWith("Servlet.java"))
                    .forEach(source -> used.addAll(Endpoints.forwards(read(source))));
        }

        assertThat(Stream.concat(files(SHOWN_BY_SERVLETS), files(PARTS)).collect(Collectors.toSet()))
                .isNotEmpty()
                .isSubsetOf(used);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(Path view) {
        return Jsoup.parse(read(view), "", Parser.xmlParser());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
