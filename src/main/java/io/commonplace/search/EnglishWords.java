package io.commonplace.search;

import java.util.Set;

/** What the search knows of English. */
final class EnglishWords {
    /** More than Lucene's, which lack those of questions. */
    static final Set<String> STOP_WORDS = Set.of(
            "a", "about", "an", "and", "are", "as", "at", "be", "but", "by", "can", "could", "did", "do", "does", "for",
            "from", "get", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "no", "not",
            "of", "on", "or", "our", "should", "so", "such", "that", "the", "their", "them", "then", "there", "these",
            "they", "this", "to", "us", "was", "we", "were", "what", "when", "where", "which", "who", "whom", "why",
            "will", "with", "would", "you", "your");

    private EnglishWords() {}
}
