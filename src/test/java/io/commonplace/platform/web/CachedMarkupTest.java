package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

    /** A key that changes with all that these show; for a page view, see {@code PageVersions}. */
    private static final Map<String, List<String>> STANDS_FOR =
            Map.of("pageView.version", List.of("pageView", "attachmentList"));

    @Test
    void cachedMarkupDependsOnItsKeyAlone() throws IOException {
        List<Element> cached = cached();

        assertThat(cached).hasSizeGreaterThan(2).allSatisfy(element -> {
            Collection<String> known = names(element.attr("key"));
            known.addAll(CONSTANT);
            List.copyOf(known).forEach(name -> known.addAll(STANDS_FOR.getOrDefault(name, List.of())));
            element.select("[var]").forEach(loop -> known.add(loop.attr("var")));
            element.select("ui|param").forEach(parameter -> known.add(parameter.attr("name")));
            assertThat(names(element.html()))
                    .as(element.attr("key"))
                    .allMatch(name -> known.stream().anyMatch(key -> name.equals(key) || name.startsWith(key + ".")));
        });
    }

    private static List<Element> cached() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files
                    .filter(file -> file.toString().endsWith(".xhtml"))
                    .map(CachedMarkupTest::parsed)
                    .toList()
                    .stream()
                    .flatMap(view -> view.select("cp|cached").stream())
                    .toList();
        }
    }

    /** A view with what it includes. */
    private static Document parsed(Path file) {
        Document view = Jsoup.parse(read(file), "", Parser.xmlParser());
        for (Element included : view.select("cp|cached ui|include")) {
            Element part = parsed(Path.of("src/main/webapp" + included.attr("src")));
            included.appendChildren(part.childNodesCopy());
        }
        return view;
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
