package io.commonplace.platform.web;

/**
 * The kinds of a feature's requests. Each feature that has addresses declares them in a bean of this type; a test checks
 * that every address has one.
 */
public interface RequestKinds {
    void declare(RequestKindTable table);
}
