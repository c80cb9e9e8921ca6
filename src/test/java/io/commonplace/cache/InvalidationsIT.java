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

/** Plays another clone: what it would say comes over the grid, and what this clone does about it is seen in its caches. */
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
    void aKeyInDoubtIsReadFromThePrimaryEachTime() {
        read();
        read();
        assertThat(loads).as("loads of a key that nobody changes").hasSize(1);

        String change = UUID.randomUUID().toString();
        say(Invalidations.PENDING, change + "\nPAGES " + key);
        read();
        read();
        assertThat(loads.subList(1, loads.size())).containsExactly(Freshness.NEWEST, Freshness.NEWEST);

        say("settled", "1-1-5\n" + change + "\nPAGES " + key);
        read();
        read();
        assertThat(loads).hasSize(4);
    }

    @Test
    void whatIsCachedAfterAChangeMustContainIt() {
        String change = Objects.requireNonNull(servers.newestPosition());
        say("settled", change + "\n" + UUID.randomUUID() + "\nPAGES " + key);

        read();

        assertThat(loads)
                .singleElement()
                .matches(fresh -> Positions.has(Objects.requireNonNullElse(fresh.position(), ""), change));
    }

    @Test
    void whatIsOlderThanAskedForIsShownAndNotKept() {
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
    void aWholeRegionInDoubtIsInDoubtForEachKey() {
        read();
        String change = UUID.randomUUID().toString();
        say(Invalidations.PENDING, change + "\nPAGES *");
        read();
        say("settled", "1-1-5\n" + change + "\nPAGES *");
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

    private void say(String channel, String message) {
        assertThat(broadcast.sendAndAwait(channel, message, Duration.ofSeconds(10)))
                .as("all clones have got it")
                .isTrue();
    }
}
