package io.commonplace.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries, and for each the pages that answer it, with their grades from 1 to 3. */
record Judgements(Map<String, Map<String, Integer>> byQuery) {
    static Judgements read(String resource) {
        Map<String, Map<String, Integer>> byQuery = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Judgements.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line : lines.lines()
                    .filter(text -> !text.startsWith("#") && !text.isBlank())
                    .toList()) {
                String[] parts = line.split("\t");
                byQuery.put(parts[0], grades(parts[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Judgements(byQuery);
    }

    private static Map<String, Integer> grades(String text) {
        return Arrays.stream(text.split(" "))
                .collect(Collectors.toMap(
                        part -> part.substring(0, part.lastIndexOf('=')),
                        part -> Integer.parseInt(part.substring(part.lastIndexOf('=') + 1))));
    }
}
