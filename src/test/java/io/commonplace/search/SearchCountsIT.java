package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.people.Viewer;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators learn of searches. */
@ExtendWith(ArquillianExtension.class)
class SearchCountsIT {
    private static final int ALL = 10_000;

    private final String text = UUID.randomUUID().toString();

    @Inject
    private InsideVisitor visitor;

    @Inject
    private SearchCounts counts;

    @Inject
    private SearchCountWriter writer;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void searchesWithoutAClickAreThoseThatFoundSomethingAndOpenedNothing() {
        write(new SearchCounts.Counted(5, 1, 0));
        write(new SearchCounts.Counted(1, 0, 1));
        assertThat(line(FrequentSearches.WITHOUT_CLICK)).contains(new SearchFrequency(text, 6, 1, 4));
        assertThat(line(FrequentSearches.WITHOUT_PAGES)).contains(new SearchFrequency(text, 6, 1, 4));

        write(new SearchCounts.Counted(0, 0, 9));
        assertThat(line(FrequentSearches.WITHOUT_CLICK)).isEmpty();
        assertThat(line(FrequentSearches.ALL)).contains(new SearchFrequency(text, 6, 1, 0));
    }

    private void write(SearchCounts.Counted counted) {
        writer.write(LocalDate.now(ZoneOffset.UTC), Map.of(text, counted));
    }

    private Optional<SearchFrequency> line(FrequentSearches which) {
        Viewer administrator = visitor.viewer();
        return counts.frequent(administrator, which, ALL).stream()
                .filter(line -> line.text().equals(text))
                .findFirst();
    }
}
