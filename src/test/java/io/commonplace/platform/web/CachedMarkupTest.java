package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Markup that is kept for everybody must not depend on more than its key says. */
class CachedMarkupTest {
    private static final Pattern EXPRESSION = Pattern.compile("#\\{([^}]*)}");
    private static final Pattern STRING = Pattern.compile("'[^']*'");
    private static final Pattern NAMES = Pattern.compile("(?<![\\w.])[a-z]\\w*(?:\\.\\w+)*");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "eq", "ne", "empty", "null", "true", "false");

    /** They give the same for the same arguments while a clone runs. */
    private static final List<String> CONSTANT = List.of("msg", "messages", "assets", "times.day", "times.moment");

    @Test
    void cachedMarkupDependsOnItsKeyAlone() throws IOException {
        List<Element> cached = cached();

        assertThat(cached).hasSizeGreaterThan(1).allSatisfy(element -> {
            Collection<String> known = names(element.attr("key"));
            known.addAll(CONSTANT);
            element.select("[var]").forEach(loop -> known.add(loop.attr("var")));
            assertThat(names(element.html()))
                    .as(element.attr("key"))
                    .allMatch(name -> known.stream().anyMatch(key -> name.equals(key) || name.startsWith(key + ".")));
        });
    }

    @Test
    void anIncludedPartIsNotCachedBecauseItsExpressionsAreNotSeenHere() throws IOException {
        assertThat(cached())
                .allSatisfy(element ->
                        assertThat(element.select("ui|include, ui|insert")).isEmpty());
    }

    private static List<Element> cached() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files
                    .filter(file -> file.toString().endsWith(".xhtml"))
                    .map(CachedMarkupTest::read)
                    .toList()
                    .stream()
                    .flatMap(view -> Jsoup.parse(view, "", Parser.xmlParser()).select("cp|cached").stream())
                    .toList();
        }
    }

    private static Collection<String> names(String markup) {
        Set<String> names = new TreeSet<>();
        EXPRESSION
                .matcher(markup)
                .results()
                .forEach(expression -> NAMES.matcher(
                                STRING.matcher(expression.group(1)).replaceAll("''"))
                        .results()
                        .map(name -> name.group())
                        .filter(name -> !WORDS.contains(name))
                        .forEach(names::add));
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
