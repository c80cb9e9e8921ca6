package io.commonplace.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;

/**
 * A language whose words are reduced to their stems. Text of any other language is analysed as English, which leaves what it
 * doesn't know as it is.
 */
public enum Language {
    ENGLISH(
            "en",
            EnglishWords.STOP_WORDS,
            words -> new KStemFilter(new ICUFoldingFilter(new EnglishPossessiveFilter(words)))),
    /** Here, "ae" is another way to write "ä". */
    GERMAN(
            "de",
            GermanAnalyzer.getDefaultStopSet(),
            words -> stemmed(words, lower -> new GermanLightStemFilter(new GermanNormalizationFilter(lower)))),
    FRENCH("fr", FrenchAnalyzer.getDefaultStopSet(), words -> stemmed(words, FrenchLightStemFilter::new)),
    SPANISH("es", SpanishAnalyzer.getDefaultStopSet(), words -> stemmed(words, SpanishLightStemFilter::new)),
    ITALIAN("it", ItalianAnalyzer.getDefaultStopSet(), words -> stemmed(words, ItalianLightStemFilter::new)),
    PORTUGUESE("pt", PortugueseAnalyzer.getDefaultStopSet(), words -> stemmed(words, PortugueseLightStemFilter::new)),
    DUTCH(
            "nl",
            DutchAnalyzer.getDefaultStopSet(),
            words -> stemmed(words, lower -> new SnowballFilter(lower, new DutchStemmer()))),
    SWEDISH("sv", SwedishAnalyzer.getDefaultStopSet(), words -> stemmed(words, SwedishLightStemFilter::new)),
    NORWEGIAN("no", NorwegianAnalyzer.getDefaultStopSet(), words -> stemmed(words, NorwegianLightStemFilter::new)),
    DANISH(
            "da",
            DanishAnalyzer.getDefaultStopSet(),
            words -> stemmed(words, lower -> new SnowballFilter(lower, new DanishStemmer()))),
    FINNISH("fi", FinnishAnalyzer.getDefaultStopSet(), words -> stemmed(words, FinnishLightStemFilter::new)),
    POLISH("pl", PolishWords.STOP_WORDS, words -> stemmed(words, PolishLemmaFilter::new)),
    RUSSIAN("ru", RussianAnalyzer.getDefaultStopSet(), words -> stemmed(words, RussianLightStemFilter::new));

    /** Languages that write compounds as one word. */
    private static final Set<Language> COMPOUNDING = Set.of(GERMAN, DUTCH, SWEDISH, NORWEGIAN, DANISH, FINNISH);

    private final String code;
    private final WordForms stems;
    private final Analyzer words;
    private final Set<String> stopWords;

    Language(String code, Collection<?> stopWords, UnaryOperator<TokenStream> stemming) {
        this.code = code;
        this.stems = new WordForms(stemming);
        this.words = TextAnalysis.splitting(stems::of);
        this.stopWords = stopWords.stream()
                .map(word -> word instanceof char[] letters ? new String(letters) : word.toString())
                .flatMap(word -> Stream.of(
                        word, TextAnalysis.words(TextAnalysis.TYPED, word, 1).get(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Accents help to find the stem, and don't count afterwards. */
    private static TokenStream stemmed(TokenStream words, UnaryOperator<TokenStream> stemming) {
        return new ICUFoldingFilter(stemming.apply(new ICUNormalizer2Filter(words)));
    }

    /** @param code ISO 639-1; a later version of the application may know more of them */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findAny();
    }

    /** ISO 639-1. */
    String code() {
        return code;
    }

    WordForms stems() {
        return stems;
    }

    /** Splits text into the stems of its words. The languages split it at the same places. */
    Analyzer words() {
        return words;
    }

    boolean isCompounding() {
        return COMPOUNDING.contains(this);
    }

    /** Words that say nothing about a page's subject, in lower case, with and without accents. */
    Set<String> stopWords() {
        return stopWords;
    }
}
