package io.commonplace.operations.web;

import java.util.List;
import java.util.Map;

/** Parts of a YAML document. */
final class YamlMap {
    private YamlMap() {}

    /** Empty if there is none. */
    @SuppressWarnings("unchecked") // the document is ours
    static <T> Map<String, T> of(Map<String, ?> parent, String name) {
        Object part = parent.get(name);
        return part == null ? Map.of() : (Map<String, T>) part;
    }

    /** Empty if there is none. */
    @SuppressWarnings("unchecked")
    static <T> List<T> list(Map<String, ?> parent, String name) {
        Object part = parent.get(name);
        return part == null ? List.of() : (List<T>) part;
    }
}
