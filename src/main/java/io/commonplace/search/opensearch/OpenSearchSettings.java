package io.commonplace.search.opensearch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where OpenSearch is, and how long it is waited for.
 *
 * @param urls of the nodes that are asked
 * @param authorization the header with name and password; empty without an account
 * @param index how the names of the indexes begin
 * @param shards of an index that is built anew, at least 1
 */
record OpenSearchSettings(
        List<URI> urls, Optional<String> authorization, String index, int shards, Duration connect, Duration response) {
    /**
     * Where it is asked for.
     *
     * @param urls separated by commas
     * @throws IllegalArgumentException if a URL is wrong, or a password would go over the network without TLS
     */
    static OpenSearchSettings of(String urls, Optional<String> user, Optional<String> password, String index) {
        List<URI> all = Arrays.stream(urls.split(","))
                .map(String::strip)
                .map(OpenSearchSettings::url)
                .toList();
        Optional<String> authorization = user.map(name -> basic(
                name,
                password.orElseThrow(
                        () -> new IllegalArgumentException("commonplace.search.opensearch.password is missing"))));
        if (authorization.isPresent() && !all.stream().allMatch(OpenSearchSettings::isPrivate)) {
            throw new IllegalArgumentException(
                    "commonplace.search.opensearch.url must begin with https: the password would be readable");
        }
        return new OpenSearchSettings(all, authorization, index, 1, Duration.ofMillis(500), Duration.ofSeconds(3));
    }

    OpenSearchSettings withShards(int number) {
        return new OpenSearchSettings(urls, authorization, index, number, connect, response);
    }

    OpenSearchSettings withTimeouts(Duration forConnecting, Duration forResponses) {
        return new OpenSearchSettings(urls, authorization, index, shards, forConnecting, forResponses);
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        boolean known = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!known || url.getHost() == null || url.getPath().length() > 1) {
            throw new IllegalArgumentException(
                    "commonplace.search.opensearch.url must be a list like https://search-1:9200, not " + text);
        }
        return url;
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** Whether nobody else can read what is sent there. */
    private static boolean isPrivate(URI url) {
        try {
            return "https".equals(url.getScheme())
                    || InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return urls.toString();
    }
}
