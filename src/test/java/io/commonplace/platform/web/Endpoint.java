package io.commonplace.platform.web;

import java.util.Map;

/**
 * Something that a request can ask for.
 *
 * @param action the method that a form calls; empty for none
 * @param fields what a form sends, so that the action is called
 */
public record Endpoint(String method, String address, String action, Map<String, String> fields) {
    static Endpoint of(String method, String address) {
        return new Endpoint(method, address, "", Map.of());
    }

    /** As the matrix writes it. */
    public String key() {
        return method + " " + address + (action.isEmpty() ? "" : " " + action);
    }
}
