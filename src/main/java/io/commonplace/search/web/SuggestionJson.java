package io.commonplace.search.web;

import io.commonplace.platform.Messages;
import io.commonplace.search.ResultKind;
import io.commonplace.search.Suggested;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Suggestions as JSON. */
final class SuggestionJson {
    private SuggestionJson() {}

    /**
     * @param about a page's space, or what it is if it isn't a page
     * @param path a page's within its space
     */
    private record Line(ResultKind kind, String title, String about, String path, String href) {}

    static String of(Suggested found) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        lines(found)
                .forEach(line -> list.add(Json.createObjectBuilder()
                        .add("title", line.title())
                        .add("space", line.about())
                        .add("path", line.path())
                        .add("href", line.href())
                        .add("kind", AddressName.of(line.kind()))));
        return Json.createObjectBuilder().add("suggestions", list).build() + "\n";
    }

    /**
     * For browsers.
     *
     * @see <a href="https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki">OpenSearch suggestions</a>
     */
    static String of(String typed, Suggested found, SiteAddress site) {
        List<Line> lines = lines(found);
        return Json.createArrayBuilder()
                        .add(typed)
                        .add(each(lines, Line::title))
                        .add(each(lines, Line::about))
                        .add(each(lines, line -> site.of(line.href())))
                        .build()
                + "\n";
    }

    private static List<Line> lines(Suggested found) {
        Stream<Line> pages = found.pages().stream()
                .map(page -> new Line(ResultKind.PAGES, page.title(), page.space(), page.path(), page.href()));
        Stream<Line> spaces = found.spaces().stream()
                .map(space -> new Line(
                        ResultKind.SPACES, space.name(), Messages.text("search.suggest.space"), "", space.href()));
        Stream<Line> people = found.people().stream()
                .map(PersonLine::of)
                .map(person -> new Line(
                        ResultKind.PEOPLE, person.name(), Messages.text("search.suggest.person"), "", person.href()));
        return Stream.of(pages, spaces, people).flatMap(lines -> lines).toList();
    }

    private static JsonArrayBuilder each(List<Line> lines, Function<Line, String> part) {
        return Json.createArrayBuilder(lines.stream().map(part).toList());
    }
}
