package io.commonplace.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list of synonyms as people write it: each line is a group of terms, separated by commas. Lines that begin with {@code #}
 * are comments.
 */
public record SynonymText(String text) {
    /** Characters of the whole text. */
    public static final int MAX_LENGTH = 50_000;

    public static final int MAX_LINES = 1_000;

    /** Terms in a group. */
    public static final int MAX_TERMS = 20;

    /** Words in a term. */
    public static final int MAX_WORDS = 4;

    /** The program's own list. */
    public static final SynonymText STANDARD = standard();

    private static SynonymText standard() {
        try (InputStream file = SynonymText.class.getResourceAsStream("synonyms.txt")) {
            return new SynonymText(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param typed with line breaks of any kind */
    public static SynonymText of(String typed) {
        return new SynonymText(typed.replaceAll("\\R", "\n").stripTrailing() + "\n");
    }

    /** Everything that is wrong, from top to bottom; empty if the list can be saved. */
    public List<SynonymProblem> problems() {
        List<String> lines = text.lines().toList();
        List<SynonymProblem> problems = new ArrayList<>();
        if (text.length() > MAX_LENGTH) {
            return List.of(SynonymProblem.of("search.synonyms.length", text.length(), MAX_LENGTH));
        }
        if (lines.size() > MAX_LINES) {
            problems.add(SynonymProblem.of("search.synonyms.lines", lines.size(), MAX_LINES));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (isGroup(lines.get(i))) {
                problem(i + 1, terms(lines.get(i))).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** The groups of terms. */
    Stream<List<String>> groups() {
        return text.lines().filter(SynonymText::isGroup).map(SynonymText::terms);
    }

    private static boolean isGroup(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    private static List<String> terms(String line) {
        return Stream.of(line.split(",", -1)).map(String::strip).toList();
    }

    private static Optional<SynonymProblem> problem(int line, List<String> terms) {
        if (terms.size() == 1) {
            return Optional.of(SynonymProblem.of("search.synonyms.alone", line));
        }
        if (terms.size() > MAX_TERMS) {
            return Optional.of(SynonymProblem.of("search.synonyms.terms", line, terms.size(), MAX_TERMS));
        }
        return terms.stream().flatMap(term -> problem(line, term).stream()).findFirst();
    }

    private static Optional<SynonymProblem> problem(int line, String term) {
        if (term.isEmpty()) {
            return Optional.of(SynonymProblem.of("search.synonyms.empty", line));
        }
        int words = TextAnalysis.words(TextAnalysis.TYPED, term, MAX_WORDS + 1).size();
        if (words == 0) {
            return Optional.of(SynonymProblem.of("search.synonyms.symbols", line, term));
        }
        return words > MAX_WORDS
                ? Optional.of(SynonymProblem.of("search.synonyms.words", line, term, MAX_WORDS))
                : Optional.empty();
    }
}
