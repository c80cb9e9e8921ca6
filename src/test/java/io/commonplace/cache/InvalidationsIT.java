package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.commonplace.cluster.Broadcast;
import io.commonplace.database.Positions;
import io.commonplace.database.Servers;
import io.commonplace.inside.TestClone;
import io.commonplace.platform.Freshness;
import io.commonplace.platform.UnitOfWork;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Simulates another clone by its messages over the grid, and checks their effect on this clone's caches. */
@ExtendWith(ArquillianExtension.class)
class InvalidationsIT {
    private final String key = UUID.randomUUID().toString();
    private final List<Freshness> loads = new ArrayList<>();

    @Inject
    private Caches caches;

    @Inject
    private Broadcast broadcast;

    @Inject
    private Invalidations invalidations;

    @Inject
    private CacheLease cacheLease;

    @Inject
    private Servers servers;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void theLeaseHolds() {
        await("the lease").atMost(Duration.ofSeconds(60)).until(cacheLease::holds);
    }

    @Test
    void aPendingKeyIsReadFromThePrimaryEachTime() {
        read();
        read();
        assertThat(loads).as("loads of a key that is not pending").hasSize(1);

        String change = UUID.randomUUID().toString();
        send(Invalidations.PENDING, change + "\nPAGES " + key);
        read();
        read();
        assertThat(loads.subList(1, loads.size())).containsExactly(Freshness.NEWEST, Freshness.NEWEST);

        send("settled", "1-1-5\n" + change + "\nPAGES " + key);
        read();
        read();
        assertThat(loads).hasSize(4);
    }

    @Test
    void aValueThatIsCachedAfterAChangeContainsIt() {
        String change = Objects.requireNonNull(servers.newestPosition());
        send("settled", change + "\n" + UUID.randomUUID() + "\nPAGES " + key);

        read();

        assertThat(loads)
                .singleElement()
                .matches(fresh -> Positions.has(Objects.requireNonNullElse(fresh.position(), ""), change));
    }

    @Test
    void aValueThatIsOlderThanRequiredIsShownAndNotKept() {
        String old = caches.get(CacheRegion.PAGES, key, wanted -> {
            Freshness.missed(true);
            return "old";
        });
        assertThat(old).isEqualTo("old");
        assertThat(caches.<String>get(CacheRegion.PAGES, key, wanted -> "new")).isEqualTo("new");
        assertThat(caches.<String>get(CacheRegion.PAGES, key, wanted -> "newer"))
                .isEqualTo("new");
    }

    @Test
    void aPendingRegionIsPendingForEachKey() {
        read();
        String change = UUID.randomUUID().toString();
        send(Invalidations.PENDING, change + "\nPAGES *");
        read();
        send("settled", "1-1-5\n" + change + "\nPAGES *");
        assertThat(loads).hasSize(2).last().isEqualTo(Freshness.NEWEST);
    }

    @Test
    void aTransactionsOwnReadsAreNotCached() throws Exception {
        try (UnitOfWork unit = UnitOfWork.begin()) {
            transaction.begin();
            try {
                invalidations.mark(CacheRegion.PAGES, key);
                read();
                read();
            } finally {
                transaction.rollback();
            }
            unit.rolledBack();
        }
        read();
        read();
        assertThat(loads).hasSize(3);
    }

    private void read() {
        caches.get(CacheRegion.PAGES, key, fresh -> {
            loads.add(fresh);
            return "value";
        });
    }

    private void send(String channel, String message) {
        assertThat(broadcast.sendAndAwait(channel, message, Duration.ofSeconds(10)))
                .as("all clones have got it")
                .isTrue();
    }
}
