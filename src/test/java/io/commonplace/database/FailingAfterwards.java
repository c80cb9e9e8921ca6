package io.commonplace.database;

import io.commonplace.platform.UnitOfWork;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A use case after whose commit everything fails. */
@ApplicationScoped
public class FailingAfterwards {
    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Ids ids;

    @Inject
    private Event<Wrote> wrote;

    /** @return the name of a row */
    @Writes
    public String write() {
        String name = insert();
        UnitOfWork.carry(Failing.class, Failing::new);
        UnitOfWork.carry(Reaching.class, Reaching::new);
        wrote.fire(new Wrote());
        return name;
    }

    /** The first attempt loses a race. @return the name of a row */
    @Writes
    public String writeInSecondAttempt() {
        String name = insert();
        if (attempts.incrementAndGet() == 1) {
            throw new OptimisticLockException("Another transaction was faster");
        }
        return name;
    }

    private String insert() {
        String name = "after-commit-" + ids.next();
        em.createNativeQuery("insert into site_setting (name, value, changed_by_name, changed_at)"
                        + " values (?1, 'x', 'a test', utc_timestamp(6))")
                .setParameter(1, name)
                .executeUpdate();
        return name;
    }

    @Writes
    public boolean isThere(String name) {
        return em.createNativeQuery("delete from site_setting where name = ?1")
                        .setParameter(1, name)
                        .executeUpdate()
                == 1;
    }

    List<String> reached() {
        return reached.stream().sorted().toList();
    }

    void fail(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(1) Wrote event) {
        throw new IllegalStateException("The browsers can't be notified");
    }

    void succeed(@Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(2) Wrote event) {
        reached.add("observed");
    }

    /** An event with observers after the commit. */
    record Wrote() {}

    private static final class Failing implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            throw new IllegalStateException("The grid is gone");
        }
    }

    private final class Reaching implements UnitOfWork.Part {
        @Override
        public void committed(String position) {
            reached.add("carried");
        }
    }
}
