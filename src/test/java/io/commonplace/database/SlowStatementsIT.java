package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.log.LogContext;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SlowStatementsIT {
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Duration usual = SlowStatements.limit();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(MessageFormat.format(record.getMessage(), record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    private InsideVisitor visitor;

    @Inject
    private ReadRouter router;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void listen() {
        SlowStatements.LOG.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        SlowStatements.LOG.removeHandler(handler);
        SlowStatements.limit(usual);
    }

    @Test
    void aSlowStatementIsLoggedOnceWithItsContextAndWithoutItsParameters() {
        try (LogContext ignored = LogContext.ofRequest(null, "a test of slowness")) {
            router.read(em -> em.createNativeQuery("select sleep(?1), 'slow'")
                    .setParameter(1, 0.65432)
                    .getResultList());
            router.read(em -> em.createNativeQuery("select sleep(?1), 'quick'")
                    .setParameter(1, 0.1)
                    .getResultList());
        }

        assertThat(about("a test of slowness"))
                .singleElement()
                .asString()
                .matches("Slow statement: \\d{3,4} ms for select sleep\\(\\?\\), 'slow', by a test of slowness");
    }

    @Test
    void theRequestThatCausedItIsNamed() throws Exception {
        SpaceHead space = visitor.spaceWithAPage();
        SlowStatements.limit(Duration.ZERO);

        HttpRequest request = HttpRequest.newBuilder(URI.create(TestClone.url() + space.href("page") + "?secret=1"))
                .header("Cookie", "session=" + visitor.beginSession())
                .header("X-Request-ID", "of-this-test")
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());

        assertThat(about("by GET " + space.href("page") + ", request of-this-test"))
                .anySatisfy(line -> assertThat(line).contains("FROM document"))
                .noneSatisfy(line -> assertThat(line).contains("secret"));
    }

    @Test
    void batchesAreLoggedAsWell() {
        SlowStatements.limit(Duration.ZERO);

        try (LogContext ignored = LogContext.ofRequest(null, "a test of batches")) {
            visitor.spaceWithAPage();
        }

        assertThat(about("a test of batches").stream().filter(line -> line.contains("INSERT INTO revision")))
                .as("when it is added to the batch, and when the batch is sent")
                .hasSize(2);
    }

    private List<String> about(String what) {
        return logged.stream().filter(line -> line.contains(what)).toList();
    }
}
