package io.commonplace.search.opensearch;

import io.commonplace.platform.Unavailable;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.Time;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/**
 * Calls OpenSearch. A call takes no longer than the timeout, and a connection that was closed meanwhile is replaced once.
 * Certificates must be of an authority that the clone trusts for its other connections, too.
 */
final class Connection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Connection.class.getName());

    /** A failure that comes faster than this is no timeout. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final JsonObjects json = new JsonObjects();
    private final Admission admission = new Admission();
    private final Duration responses;
    private final OpenSearchTransport transport;
    private final OpenSearchClient client;

    Connection(OpenSearchSettings settings, Duration responses) {
        this.responses = responses;
        this.transport = transport(settings, responses);
        this.client = new OpenSearchClient(transport);
    }

    private OpenSearchTransport transport(OpenSearchSettings settings, Duration responses) {
        HttpHost[] hosts = settings.urls().stream().map(Connection::host).toArray(HttpHost[]::new);
        Header[] headers = settings.authorization()
                .map(value -> new Header[] {new BasicHeader("Authorization", value, true)})
                .orElse(new Header[0]);
        return ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(json)
                .setDefaultHeaders(headers)
                .setConnectionConfigCallback(config ->
                        config.setConnectTimeout(timeout(settings.connect())).setSocketTimeout(timeout(responses)))
                .setRequestConfigCallback(config -> config.setResponseTimeout(timeout(responses))
                        .setConnectionRequestTimeout(timeout(settings.connect())))
                .build();
    }

    private static HttpHost host(URI url) {
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        return new HttpHost(url.getScheme(), url.getHost(), url.getPort() < 0 ? usual : url.getPort());
    }

    private static Timeout timeout(Duration time) {
        return Timeout.ofMilliseconds(time.toMillis());
    }

    /** How long OpenSearch may work for an answer: nobody waits for a later one. */
    Time limit() {
        return Time.of(time -> time.time(responses.toMillis() + "ms"));
    }

    JsonProvider json() {
        return json.jsonProvider();
    }

    /**
     * Asks for what a person waits for.
     *
     * @throws Unavailable if it doesn't answer, or has no index
     */
    <T> T ask(Call<T> call) {
        if (!admission.begin()) {
            throw new Unavailable("search.unavailable");
        }
        boolean answered = false;
        try {
            T result = attemptTwice(call);
            answered = true;
            return result;
        } catch (IOException e) {
            // Once, and not for each person who searches meanwhile.
            LOG.log(admission.isFailing() ? Level.FINE : Level.WARNING, "OpenSearch doesn't answer", e);
            throw new Unavailable("search.unavailable");
        } catch (OpenSearchException e) {
            answered = true;
            throw refused(e);
        } finally {
            admission.end(answered);
        }
    }

    /** An index that was exchanged during the call is gone, and the alias has the next one. */
    private <T> T attemptTwice(Call<T> call) throws IOException {
        try {
            return attempt(call);
        } catch (OpenSearchException e) {
            if (e.status() == NOT_FOUND || e.status() >= 500) {
                return attempt(call);
            }
            throw e;
        }
    }

    private static RuntimeException refused(OpenSearchException answer) {
        if (answer.status() == NOT_FOUND) {
            return new Unavailable("search.starting");
        }
        if (answer.status() == TOO_MANY || answer.status() >= 500) {
            LOG.log(Level.WARNING, "OpenSearch can''t search: {0}", answer.getMessage());
            return new Unavailable("search.unavailable");
        }
        return answer;
    }

    /**
     * Does what no person waits for.
     *
     * @throws UncheckedIOException if it doesn't answer
     */
    <T> T call(Call<T> call) {
        try {
            return attempt(call);
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch doesn't answer", e);
        }
    }

    private <T> T attempt(Call<T> call) throws IOException {
        long began = System.nanoTime();
        try {
            return call.of(client);
        } catch (IOException e) {
            if (System.nanoTime() - began > AT_ONCE.toNanos()) {
                throw e;
            }
            return call.of(client);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "The connections can't be closed", e);
        }
    }

    /** A call of the client. */
    interface Call<T> {
        T of(OpenSearchClient client) throws IOException;
    }
}
