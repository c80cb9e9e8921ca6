package io.commonplace.search.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Choices as they stand in addresses, in lower case: {@code relevance}, {@code week}, {@code deleted}. */
final class AddressName {
    private AddressName() {}

    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> choices, String name) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> of(choice).equals(name))
                .findFirst();
    }
}
