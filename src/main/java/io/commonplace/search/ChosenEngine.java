package io.commonplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The search engine of the configuration. */
@ApplicationScoped
public class ChosenEngine {
    @Inject
    @Any
    private Instance<SearchEngine> engines;

    @Inject
    @ConfigProperty(name = "commonplace.search.engine", defaultValue = "lucene")
    private String name;

    /** @throws IllegalStateException if there is none of that name */
    SearchEngine get() {
        return engines.stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("commonplace.search.engine must be one of "
                        + engines.stream().map(SearchEngine::name).sorted().collect(Collectors.joining(", "))
                        + ", not " + name));
    }
}
