package io.commonplace.database;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a database server is, or may be one day: asking there costs next to nothing. */
record ServerAddress(String name, String host, int port) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,32})=([A-Za-z0-9.-]{1,253}):(\\d{1,5})");

    /**
     * @param list {@code name=host:port,...}
     * @throws IllegalArgumentException naming the part that can't be read
     */
    static List<ServerAddress> parse(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .map(ServerAddress::one)
                .toList();
    }

    private static ServerAddress one(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "commonplace.databases holds name=host:port, separated by commas; this is none: " + text);
        }
        return new ServerAddress(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)));
    }

    /** A URL for connections that nothing can hold up for long. */
    String url(Map<String, ?> properties) {
        StringBuilder url = new StringBuilder("jdbc:mysql://" + host + ":" + port + "/commonplace?");
        properties.forEach(
                (key, value) -> url.append(key).append('=').append(value).append('&'));
        return url.substring(0, url.length() - 1);
    }
}
