package io.commonplace.transfer;

import io.commonplace.rendering.FrontMatter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the file of an exported page says beside its text. It stands in one line of the file's front matter, a comment to all
 * other programs. An import reads the line and removes it, so that the text is the page's again to the last byte.
 *
 * @param path the page's address in its space
 * @param author of the revision, made at {@code date}
 * @param formerPaths old addresses of the page
 * @param files the page's files that an import would list on another page, as paths in the space
 * @param links that the export has rewritten, and that an import writes again as they were
 */
record PageHeader(
        String title,
        String path,
        String author,
        Instant date,
        int revision,
        List<String> formerPaths,
        List<String> files,
        List<LinkEdit> links) {
    private static final String MARK = "# commonplace: ";
    private static final String FENCE = "---";
    private static final int MAX_LENGTH = 256 << 10;

    PageHeader {
        formerPaths = List.copyOf(formerPaths);
        files = List.copyOf(files);
        links = List.copyOf(links);
    }

    /** The text with this line in its front matter, or below new front matter, which other programs read, too. */
    String addTo(String markdown) {
        boolean hasBlock = !markdown.startsWith("\uFEFF")
                && FrontMatter.of(markdown).body().length() < markdown.length();
        if (hasBlock) {
            int second = startOfLine(markdown, 1);
            return markdown.substring(0, second) + line(false) + markdown.substring(second);
        }
        return FENCE + "\n" + line(true) + "title: " + quoted(title) + "\nauthor: " + quoted(author) + "\ndate: " + date
                + "\n" + aliases() + FENCE + "\n\n" + markdown;
    }

    private String aliases() {
        return formerPaths.isEmpty()
                ? ""
                : "aliases: " + Json.createArrayBuilder(formerPaths).build() + "\n";
    }

    /** A text in JSON is one in YAML, too. */
    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }

    /** @param isWholeBlock whether the front matter is all of the export's making */
    private String line(boolean isWholeBlock) {
        return MARK
                + Json.createObjectBuilder()
                        .add("added", isWholeBlock ? "block" : "line")
                        .add("path", path)
                        .add("title", title)
                        .add("author", author)
                        .add("date", date.toString())
                        .add("revision", revision)
                        .add("formerPaths", Json.createArrayBuilder(formerPaths))
                        .add("files", Json.createArrayBuilder(files))
                        .add("links", edits())
                        .build()
                + "\n";
    }

    private JsonArrayBuilder edits() {
        JsonArrayBuilder edits = Json.createArrayBuilder();
        links.forEach(edit -> edits.add(
                Json.createArrayBuilder().add(edit.at()).add(edit.written()).add(edit.original())));
        return edits;
    }

    /** A text of an export. @param markdown without the header, and with the page's own links */
    record Found(PageHeader header, String markdown) {}

    /** The header and the page's own text; empty if the text is not of an export. */
    static Optional<Found> read(String text) {
        int second = startOfLine(text, 1);
        int third = startOfLine(text, 2);
        if (!text.startsWith(MARK, second) || third - second > MAX_LENGTH) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(text.substring(second + MARK.length(), third)))) {
            JsonObject line = reader.readObject();
            String markdown = line.getString("added").equals("block")
                    ? afterBlock(text, third)
                    : text.substring(0, second) + text.substring(third);
            PageHeader header = of(line);
            return Optional.of(new Found(header, LinkEdit.undo(markdown, header.links)));
        } catch (JsonException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static PageHeader of(JsonObject line) {
        return new PageHeader(
                line.getString("title"),
                line.getString("path"),
                line.getString("author", ""),
                Instant.EPOCH,
                line.getInt("revision", 0),
                texts(line.getJsonArray("formerPaths")),
                texts(line.getJsonArray("files")),
                line.getJsonArray("links").getValuesAs(JsonArray.class).stream()
                        .map(edit -> new LinkEdit(edit.getInt(0), edit.getString(1), edit.getString(2)))
                        .toList());
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    /** @param from in the block */
    private static String afterBlock(String text, int from) {
        int start = from;
        while (start < text.length()) {
            int next = next(text, start);
            if (text.substring(start, next).stripTrailing().equals(FENCE)) {
                boolean isBlank = text.substring(next, next(text, next)).isBlank();
                return text.substring(isBlank ? next(text, next) : next);
            }
            start = next;
        }
        throw new IllegalArgumentException("The front matter has no end");
    }

    /** @param line from 0 */
    private static int startOfLine(String text, int line) {
        int start = 0;
        for (int i = 0; i < line; i++) {
            start = next(text, start);
        }
        return start;
    }

    /** The start of the next line; the end of the text, if there is none. */
    private static int next(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }
}
