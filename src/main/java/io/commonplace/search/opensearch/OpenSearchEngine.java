package io.commonplace.search.opensearch;

import io.commonplace.cluster.Members;
import io.commonplace.search.IndexState;
import io.commonplace.search.SearchEngine;
import io.commonplace.search.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/** One index of OpenSearch for all clones. */
@ApplicationScoped
public class OpenSearchEngine implements SearchEngine {
    private static final String SETTING = "commonplace.search.opensearch.";

    /** A batch of pages takes longer than a search. */
    private static final Duration FEEDING = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    private Config config;

    @Inject
    private Members members;

    @Override
    public String name() {
        return "opensearch";
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /** @throws IllegalArgumentException if a setting is wrong */
    @Override
    public SearchIndex open() {
        return open(settings(), members.selfName() + "@" + UUID.randomUUID(), PATIENCE);
    }

    SearchIndex open(OpenSearchSettings settings, String self, Duration patience) {
        IndexNames names = IndexNames.of(settings.index(), IndexState.ANALYSIS);
        Connection forSearches = new Connection(settings, settings.response());
        Connection forFeeding = new Connection(settings, FEEDING);
        return new OpenSearchIndex(
                forFeeding,
                new Indexes(forFeeding, names, settings.shards()),
                names,
                new FeedClaim(forFeeding, names.current(), self, patience),
                new OpenSearchSearches(forSearches, names.current()));
    }

    private OpenSearchSettings settings() {
        return OpenSearchSettings.of(
                        value("url", String.class).orElse("http://127.0.0.1:9200"),
                        value("user", String.class),
                        value("password", String.class),
                        value("index", String.class).orElse("commonplace-pages"))
                .withShards(value("shards", Integer.class).orElse(1))
                .withTimeouts(millis("connect-millis", 500), millis("response-millis", 3_000));
    }

    private Duration millis(String name, int usual) {
        return Duration.ofMillis(value(name, Integer.class).orElse(usual));
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        return config.getOptionalValue(SETTING + name, type);
    }
}
