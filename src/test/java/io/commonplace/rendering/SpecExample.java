package io.commonplace.rendering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example of the CommonMark specification. */
record SpecExample(int number, String markdown, String html) {
    private static final Pattern EXAMPLE =
            Pattern.compile("^`{32} example\\n([\\s\\S]*?)^\\.\\n([\\s\\S]*?)^`{32}$", Pattern.MULTILINE);

    static List<SpecExample> all() {
        Matcher example = EXAMPLE.matcher(resource("commonmark-0.31.2.txt"));
        List<SpecExample> examples = new ArrayList<>();
        while (example.find()) {
            // The specification writes tabs as arrows.
            examples.add(new SpecExample(
                    examples.size() + 1,
                    example.group(1).replace('→', '\t'),
                    example.group(2).replace('→', '\t')));
        }
        return examples;
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(SpecExample.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
