package io.commonplace.rendering;

import java.util.List;

/** A source that can't be rendered within the limits. Its author can mend it, so it carries a message for them. */
public class RenderingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final List<Long> arguments;

    /**
     * @param key       a message key below {@code rendering.}
     * @param arguments the limit that was broken
     */
    public RenderingRefused(String key, Long... arguments) {
        // A refusal says all in its key; the stack of a runaway parser would only fill the log.
        super(key + " " + List.of(arguments), null, false, false);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Long> arguments() {
        return arguments;
    }
}
