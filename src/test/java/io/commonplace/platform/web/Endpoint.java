package io.commonplace.platform.web;

import java.util.Map;

/**
 * An endpoint of the site.
 *
 * @param action the method that a form calls; empty for none
 * @param fields the form's fields that lead to the action
 */
public record Endpoint(String method, String address, String action, Map<String, String> fields) {
    static Endpoint of(String method, String address) {
        return new Endpoint(method, address, "", Map.of());
    }

    /** The endpoint's name in the matrix. */
    public String key() {
        return method + " " + address + (action.isEmpty() ? "" : " " + action);
    }
}
