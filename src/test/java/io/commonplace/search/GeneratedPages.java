package io.commonplace.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Pages of the words of real ones: each page takes its paragraphs from the pages of a corpus, in another order, with another
 * title. So words are as frequent as in real text.
 */
final class GeneratedPages {
    private static final int PARAGRAPHS = 12;

    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> titleWords = new ArrayList<>();

    GeneratedPages(Corpus corpus) {
        for (PageContent page : corpus.pages()) {
            PlainText.of(page.html())
                    .text()
                    .lines()
                    .filter(line -> line.length() > 40)
                    .forEach(paragraphs::add);
            titleWords.addAll(List.of(page.title().split("\\s+")));
        }
    }

    /** The same page for the same number. */
    PageContent page(long number) {
        Random random = new Random(number);
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            if (i % 4 == 0) {
                html.append("<h2 id=\"s")
                        .append(i)
                        .append("\">")
                        .append(title(random))
                        .append("</h2>");
            }
            html.append("<p>").append(pick(paragraphs, random)).append("</p>");
        }
        return new PageContent(
                number,
                1,
                Corpus.SPACE,
                "area-" + number % 100 + "/page-" + number,
                title(random) + " " + number,
                number % 500,
                "Person " + number % 500,
                Instant.ofEpochSecond(1_700_000_000 + number * 60),
                html.toString(),
                "");
    }

    private String title(Random random) {
        return pick(titleWords, random) + " " + pick(titleWords, random) + " " + pick(titleWords, random);
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
