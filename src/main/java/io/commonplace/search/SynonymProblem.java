package io.commonplace.search;

import io.commonplace.platform.Refusal;
import java.util.List;

/**
 * What is wrong with a list of synonyms.
 *
 * @param key of the message
 * @param arguments of the message; the first one is the number of the line, from 1, if one line is wrong
 */
public record SynonymProblem(String key, List<Object> arguments) {
    static SynonymProblem of(String key, Object... arguments) {
        return new SynonymProblem(key, List.of(arguments));
    }

    Refusal refusal() {
        return new Refusal(key, arguments.toArray());
    }
}
