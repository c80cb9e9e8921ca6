package io.commonplace.rollout;

import groovy.lang.GroovyObjectSupport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The global names of a build: {@code env}, {@code params}, {@code scm}, and the pipeline's options. */
final class Globals {
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> options = new HashSet<>();

    Map<String, String> environment() {
        return environment;
    }

    Set<String> options() {
        return options;
    }

    /** Given values take precedence over defaults. */
    void give(Map<String, Object> values) {
        parameters.putAll(values);
    }

    @Nullable
    Object declare(Call call) {
        call.takes("name defaultValue", "description");
        switch (call.word()) {
            case "string" -> call.text("defaultValue");
            case "booleanParam" -> call.flag("defaultValue");
            default -> throw new BadJenkinsfile("parameters knows no " + call.word());
        }
        declared.add(call.text("name"));
        parameters.putIfAbsent(call.text("name"), call.value("defaultValue"));
        return null;
    }

    Map<String, Object> names() {
        return Map.of("env", new Env(), "params", new Params(), "scm", "scm", "none", "none", "any", "any");
    }

    /** Converts values to text; a missing name is null. */
    private final class Env extends GroovyObjectSupport {
        @Override
        public @Nullable Object getProperty(String name) {
            return environment.get(name);
        }

        @Override
        public void setProperty(String name, Object value) {
            environment.put(name, value.toString());
        }
    }

    private final class Params extends GroovyObjectSupport {
        @Override
        public @Nullable Object getProperty(String name) {
            if (!declared.contains(name)) {
                throw new BadJenkinsfile("No parameter is called " + name);
            }
            return parameters.get(name);
        }
    }
}
