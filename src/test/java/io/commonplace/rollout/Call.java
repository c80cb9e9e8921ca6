package io.commonplace.rollout;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A step or directive of the Jenkinsfile with its arguments. */
record Call(
        String word,
        Map<String, Object> named,
        List<Object> values,
        @Nullable Closure<?> block) {

    /** Parses the arguments as Groovy passes them: named ones first, in a map; a block last. */
    static Call of(String word, Object arguments) {
        Map<String, Object> named = new TreeMap<>();
        List<Object> values = new ArrayList<>();
        Closure<?> block = null;
        for (Object argument : (Object[]) arguments) {
            if (argument instanceof Map<?, ?> names) {
                names.forEach((name, value) -> named.put(name.toString(), value));
            } else if (argument instanceof Closure<?> closure) {
                block = closure;
            } else {
                values.add(argument);
            }
        }
        return new Call(word, named, values, block);
    }

    /** Refuses all arguments except these named ones; {@code required} is separated by spaces. */
    Call takes(String required, String... optional) {
        Set<String> names = new HashSet<>(List.of(optional));
        for (String name : required.isEmpty() ? new String[0] : required.split(" ")) {
            names.add(name);
            check(named.containsKey(name), "needs " + name);
        }
        check(values.isEmpty() && names.containsAll(named.keySet()), "takes only " + names);
        return this;
    }

    Call takesNothing() {
        check(block == null, "has no block");
        return takes("");
    }

    /** The single text argument. */
    String text() {
        check(values.size() == 1 && named.isEmpty() && block == null, "takes one value");
        check(values.get(0) instanceof CharSequence, "takes text");
        return values.get(0).toString();
    }

    Closure<?> body() {
        check(block != null, "needs a block");
        return Objects.requireNonNull(block);
    }

    Object value(String name) {
        check(named.containsKey(name), "needs " + name);
        return Objects.requireNonNull(named.get(name));
    }

    String text(String name) {
        check(value(name) instanceof CharSequence, "takes text for " + name);
        return value(name).toString();
    }

    boolean flag(String name) {
        Object value = named.getOrDefault(name, false);
        check(value instanceof Boolean, "takes true or false for " + name);
        return Boolean.TRUE.equals(value);
    }

    void check(boolean holds, String rule) {
        if (!holds) {
            throw new BadJenkinsfile(word + " " + rule + ", not " + named + values);
        }
    }
}
