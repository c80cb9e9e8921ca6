package io.commonplace.rollout;

import groovy.lang.Script;
import org.jspecify.annotations.Nullable;

/**
 * The base class of the compiled Jenkinsfile. The file's own functions are its methods; all other calls are steps of
 * Jenkins.
 */
public abstract class JenkinsfileScript extends Script {
    private @Nullable Block words;

    void use(Block block) {
        words = block;
    }

    boolean hasFunction(String name, Object[] arguments) {
        return !getMetaClass().respondsTo(this, name, arguments).isEmpty();
    }

    @Nullable
    Object callFunction(String name, Object[] arguments) {
        return getMetaClass().invokeMethod(this, name, arguments);
    }

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
        if (words == null) {
            throw new BadJenkinsfile("Too early for " + name);
        }
        return words.invokeMethod(name, arguments);
    }

    @Override
    public Object getProperty(String name) {
        if (words == null) {
            throw new BadJenkinsfile("Too early for " + name);
        }
        return words.getProperty(name);
    }
}
