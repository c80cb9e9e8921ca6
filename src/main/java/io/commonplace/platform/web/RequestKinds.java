package io.commonplace.platform.web;

/** The kinds of a feature's requests. Each feature that has addresses declares them in a bean of this type; a test holds that all have a kind. */
public interface RequestKinds {
    void declare(RequestKindTable table);
}
