package io.commonplace.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * A text and its words, as they are written. Splitting takes long, so a text is split once for all that is done with its words.
 */
record SplitText(String text, List<Word> words) {
    /** @param begin where it begins in the text */
    record Word(String written, int begin, int end) {}

    static SplitText of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /** @param limit the highest number of words */
    static SplitText of(String text, int limit) {
        List<Word> words = new ArrayList<>();
        try (TokenStream stream = TextAnalysis.WRITTEN.tokenStream("", text)) {
            CharTermAttribute written = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (words.size() < limit && stream.incrementToken()) {
                words.add(new Word(written.toString(), place.startOffset(), place.endOffset()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read", e);
        }
        return new SplitText(text, words);
    }

    /** The words in these forms. */
    Stream<String> in(WordForms forms) {
        return words.stream().map(word -> forms.of(word.written()));
    }

    /** The same for an index, with the place of each word. */
    TokenStream stream(WordForms forms) {
        return new Words(forms);
    }

    private final class Words extends TokenStream {
        private final CharTermAttribute form = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
        private final WordForms forms;
        private Iterator<Word> rest = words.iterator();

        Words(WordForms forms) {
            this.forms = forms;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            rest = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            Word word = rest.next();
            form.append(forms.of(word.written()));
            place.setOffset(word.begin(), word.end());
            return true;
        }

        @Override
        public void end() throws IOException {
            super.end();
            place.setOffset(text.length(), text.length());
        }
    }
}
