package io.commonplace.search.web;

import io.commonplace.search.ResultOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The orders of results in addresses: {@code relevance} and {@code date}. */
final class OrderName {
    private OrderName() {}

    static String of(ResultOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    static Optional<ResultOrder> parse(String name) {
        return Arrays.stream(ResultOrder.values())
                .filter(order -> of(order).equals(name))
                .findFirst();
    }
}
