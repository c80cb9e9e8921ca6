package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.junit.jupiter.api.Test;

/** What is analysed by hand gives the same as the expression that defines it. */
class TextAnalysisTest {
    private static final Pattern INSIDE_NAMES = Pattern.compile("(?<=\\p{L})[._:](?=\\p{L})");
    private static final Pattern AROUND = Pattern.compile("^[\\p{Pi}\\p{Ps}\"'`]+|[\\p{Pf}\\p{Pe}\"'`.,;:!?]+$");
    private static final List<String> PIECES = List.of(
            "a", "e", "字", "😀", "1", ".", "_", ":", "\"", "'", "`", "(", ")", "«", "»", "“", "”", "!", "-", "/");

    private final Random random = new Random(7);

    @Test
    void namesAreSplitWherePunctuationIsBetweenLetters() {
        compare(text -> INSIDE_NAMES.matcher(text).replaceAll(" "), TextAnalysisTest::split);
    }

    @Test
    void punctuationAroundAWordIsNoPartOfIt() {
        compare(text -> AROUND.matcher(text).replaceAll(""), TextAnalysisTest::word);
    }

    private void compare(UnaryOperator<String> definition, UnaryOperator<String> byHand) {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String made = text.toString();
            assertThat(byHand.apply(made)).as(made).isEqualTo(definition.apply(made));
        }
    }

    private static String word(String text) {
        Analyzer analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer whole = new KeywordTokenizer();
                return new TokenStreamComponents(whole, new PunctuationAroundFilter(whole));
            }
        };
        return String.join("", TextAnalysis.words(analyzer, text, 1));
    }

    private static String split(String text) {
        try (NameParts parts = new NameParts(new StringReader(text))) {
            StringWriter split = new StringWriter();
            parts.transferTo(split);
            return split.toString();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
