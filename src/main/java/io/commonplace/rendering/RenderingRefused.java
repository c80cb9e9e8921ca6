package io.commonplace.rendering;

import java.util.List;

/** A source that can't be rendered within the {@link Limits}. It carries a message, because its author can correct it. */
public class RenderingRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String key;
    private final List<Long> arguments;

    /**
     * @param key       a message key below {@code rendering.}
     * @param arguments the limit that was exceeded
     */
    public RenderingRefused(String key, Long... arguments) {
        // The key says everything. The deep stack of a stopped parser would only fill the log.
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
