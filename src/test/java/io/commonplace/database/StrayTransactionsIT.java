package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.TestClone;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StrayTransactionsIT {
    @Inject
    private StrayTransactions strayTransactions;

    @Inject
    private Ids ids;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void aTransactionThatNobodyEndsIsRolledBack() throws Exception {
        String name = "stray-" + ids.next();
        transaction.begin();
        em.createNativeQuery("insert into site_setting (name, value, changed_by_name, changed_at)"
                        + " values (?1, 'x', 'a test', utc_timestamp(6))")
                .setParameter(1, name)
                .executeUpdate();

        strayTransactions.rollBack();

        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(em.createNativeQuery("select name from site_setting where name = ?1")
                        .setParameter(1, name)
                        .getResultList())
                .isEmpty();
        strayTransactions.rollBack();
        assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }
}
