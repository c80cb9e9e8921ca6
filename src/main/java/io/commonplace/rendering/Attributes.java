package io.commonplace.rendering;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tag's attributes. The sanitiser passes them as a list of alternating names and values; of duplicates the first one wins. */
final class Attributes {
    private final Map<String, String> values = new LinkedHashMap<>();

    static Attributes of(List<String> namesAndValues) {
        Attributes attributes = new Attributes();
        for (Iterator<String> each = namesAndValues.iterator(); each.hasNext(); ) {
            attributes.values.putIfAbsent(each.next(), each.next());
        }
        return attributes;
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    @Nullable
    String remove(String name) {
        return values.remove(name);
    }

    Attributes with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** A mutable list: the sanitiser removes what it doesn't allow. */
    List<String> list() {
        List<String> list = new ArrayList<>(values.size() * 2);
        values.forEach((name, value) -> {
            list.add(name);
            list.add(value);
        });
        return list;
    }
}
