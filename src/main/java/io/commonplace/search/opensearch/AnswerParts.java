package io.commonplace.search.opensearch;

import java.util.Map;
import java.util.Objects;

/** What was asked for by name is in the answer by the same name. */
final class AnswerParts {
    private AnswerParts() {}

    static <T> T part(Map<String, T> answer, String name) {
        return Objects.requireNonNull(answer.get(name), name);
    }
}
