package io.commonplace.search.web;

import jakarta.servlet.http.HttpServletRequest;

/** Reads parameters of requests. A missing one is empty. */
final class Parameter {
    private Parameter() {}

    static String of(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** The first characters. No pair of surrogates is cut in two: half of one can't be written to an address. */
    static String beginning(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
