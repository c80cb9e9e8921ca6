package io.commonplace.rollout;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A block of the Jenkinsfile: the steps and directives allowed in it, and the names that have a value there. */
final class Block extends GroovyObjectSupport {
    private final String title;
    private final Function<Call, @Nullable Object> words;
    private final Map<String, Object> names = new HashMap<>();
    private final Map<String, Object> assigned = new HashMap<>();

    /** {@code words} throws {@link BadJenkinsfile} for a word that it does not know. */
    Block(String title, Map<String, ?> names, Function<Call, @Nullable Object> words) {
        this.title = title;
        this.words = words;
        this.names.putAll(names);
    }

    @Nullable
    Object read(Closure<?> closure) {
        Closure<?> here = (Closure<?>) closure.clone();
        here.setDelegate(this);
        // Groovy would otherwise resolve names in the enclosing block too.
        here.setResolveStrategy(Closure.DELEGATE_ONLY);
        return here.call();
    }

    Map<String, Object> assigned() {
        return assigned;
    }

    @Override
    public @Nullable Object invokeMethod(String word, Object arguments) {
        return words.apply(Call.of(word, arguments));
    }

    @Override
    public Object getProperty(String name) {
        Object value = names.get(name);
        if (value == null) {
            throw new BadJenkinsfile(title + " knows no " + name);
        }
        return value;
    }

    @Override
    public void setProperty(String name, Object value) {
        if (!title.equals("environment")) {
            throw new BadJenkinsfile(title + " assigns " + name);
        }
        assigned.put(name, value);
    }
}
