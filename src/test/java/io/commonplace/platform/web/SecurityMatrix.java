package io.commonplace.platform.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table in src/docs/security.md. */
public final class SecurityMatrix {
    public static final List<String> PEOPLE = List.of("stranger", "none", "view", "edit", "administer", "site");

    private SecurityMatrix() {}

    public static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/docs/security.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(SecurityMatrix::row)
                .toList();
    }

    private static Row row(String line) {
        List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
        if (cells.size() != PEOPLE.size() + 2) {
            throw new IllegalStateException("Not a row of the matrix: " + line);
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < PEOPLE.size(); i++) {
            answers.put(PEOPLE.get(i), cells.get(i + 2));
        }
        return new Row(cells.get(0), cells.get(1), answers);
    }

    /**
     * @param endpoint its {@link Endpoint#key}
     * @param path the requested path, with names in braces for what a test has created
     * @param answers the expected answers by kind of person
     */
    public record Row(String endpoint, String path, Map<String, String> answers) {}
}
