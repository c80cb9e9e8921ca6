package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.TestClone;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class IdsIT {
    private static final int TIMEOUT_SECONDS = 60;

    @Inject
    private Ids ids;

    @Inject
    private WritePool pool;

    @Resource
    private ManagedThreadFactory threads;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    /** All writers keep their connection until the last one has its identifiers, so none can have got a second connection. */
    @Test
    void identifiersNeedNoConnectionOfAFullPool() throws Exception {
        int most = pool.metrics().orElseThrow().max();
        CyclicBarrier all = new CyclicBarrier(most);
        ExecutorService writers = Executors.newFixedThreadPool(most, threads);
        try {
            List<Future<Long>> taken = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                taken.add(writers.submit(() -> takeWhileWriting(all)));
            }
            List<Long> firsts = new ArrayList<>();
            for (Future<Long> each : taken) {
                firsts.add(each.get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
            }
            assertThat(firsts).doesNotHaveDuplicates().hasSize(most);
        } finally {
            writers.shutdownNow();
        }
    }

    @Test
    void identifiersAreNotReusedAfterARollback() throws Exception {
        transaction.begin();
        long undone = ids.block(1);
        transaction.rollback();
        assertThat(ids.block(1)).isGreaterThan(undone);
    }

    private long takeWhileWriting(CyclicBarrier all) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("update site_setting set value = value where name = 'there is none'")
                    .executeUpdate();
            all.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            long first = ids.block(1);
            all.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return first;
        } finally {
            transaction.rollback();
        }
    }
}
