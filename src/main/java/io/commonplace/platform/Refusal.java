package io.commonplace.platform;

import java.io.Serial;
import java.util.List;

/**
 * A request that is refused for a reason the user can do something about. It carries the key of a message in
 * {@code messages.properties} and the message's arguments. Any other exception is a bug.
 */
public class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String key;
    private final transient List<Object> arguments;

    public Refusal(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
