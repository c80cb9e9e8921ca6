package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read in a view comes from views.properties, so that a second language needs no second view. */
class LiteralTextsTest {
    private static final String NAMESPACES = "xmlns='http://www.w3.org/1999/xhtml' xmlns:h='jakarta.faces.html'";

    @Test
    void noViewHasTextOfItsOwn() throws IOException {
        Map<Path, String> views = views();
        assertThat(views).hasSizeGreaterThan(40);
        assertThat(views)
                .allSatisfy((file, view) ->
                        assertThat(LiteralTexts.in(view)).as(file.toString()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Save</p>",
                "<p>#{a.b} of #{a.c}</p>",
                "<p>#{a.b ? 'yes' : msg['site.action.no']}</p>",
                "<p>#{a.b eq 'x' ? ', with '.concat(a.c) : ''}</p>",
                "<nav aria-label='Site'></nav>",
                "<p data-failed='Not saved'></p>",
                "<h:commandButton value='Save'/>"
            })
    void findsText(String view) {
        assertThat(LiteralTexts.in(wrapped(view))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>#{msg['site.action.save']} · #{messages.of('pages.edit.title', a.title)} / 100 %</p>",
                "<p>#{msg['people.rights.level.'.concat(choice)]}</p>",
                "<p class='meta' data-part='kept'>#{a eq 'PROBLEM' ? msg['a.b.c'] : a.c}</p>",
                "<input type='hidden' name='add' value='true'/>",
                "<h:commandButton value=\"#{on ? msg['a.b.c'] : a.d}\"/>"
            })
    void takesNothingElseForText(String view) {
        assertThat(LiteralTexts.in(wrapped(view))).isEmpty();
    }

    private static String wrapped(String view) {
        return "<div " + NAMESPACES + ">" + view + "</div>";
    }

    private static Map<Path, String> views() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .collect(Collectors.toMap(file -> file, LiteralTextsTest::read, (a, b) -> a, TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
