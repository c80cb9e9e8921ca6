package io.commonplace.database;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a database server. There need not be a server yet: checking an unused address costs very little. */
record ServerAddress(String name, String host, int port) {
    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,32})=([A-Za-z0-9.-]{1,253}):(\\d{1,5})");

    /**
     * @param list {@code name=host:port,...}
     * @throws IllegalArgumentException with the malformed part in its message
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
                    "commonplace.databases must be name=host:port, separated by commas; this is not: " + text);
        }
        return new ServerAddress(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)));
    }

    /** @param properties of Connector/J */
    String url(Map<String, ?> properties) {
        StringBuilder url = new StringBuilder("jdbc:mysql://" + host + ":" + port + "/commonplace?");
        properties.forEach(
                (key, value) -> url.append(key).append('=').append(value).append('&'));
        return url.substring(0, url.length() - 1);
    }
}
