package io.commonplace.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.pages.Page;
import io.commonplace.pages.SamplePages;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** EclipseLink and the driver with the settings of persistence.xml. */
class EntitiesIT {
    private static final String ALL = "io.commonplace.servers.Product#all";

    /** With microseconds, and on a day of summer time, which no server may convert. */
    private static final Instant TIME = Instant.parse("2026-07-01T02:30:00.123456Z");

    /** Characters of one to four bytes, and two that differ only in case. */
    private static final String TITLE = "aßあ𝔄👩‍🚀 É é";

    @ParameterizedTest
    @MethodSource(ALL)
    void aPageIsReadAsItWasWritten(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        write(pair, 1000);
        pair.awaitSame();

        for (Server server : new Server[] {pair.primary(), pair.replica()}) {
            try (EntityManagerFactory unit = unit("ro", server.app());
                    EntityManager em = unit.createEntityManager()) {
                Page page = em.createQuery("select p from Page p where p.title = :title", Page.class)
                        .setParameter("title", TITLE)
                        .getSingleResult();
                assertThat(page.changedAt()).isEqualTo(TIME);
                assertThat(page.title()).isEqualTo(TITLE);
                assertThat(page.changedByName()).isEqualTo("Ægir 𝔄");
                assertThat(page.revisionNumber()).isEqualTo(1);
            }
        }
        assertThat(pair.primary().text("select changed_at from commonplace.page where id = 1001"))
                .startsWith("2026-07-01 02:30:00.123456");
        assertThat(pair.primary().text("select hex(title) from commonplace.page where id = 1001"))
                .startsWith("61C39FE38182F09D9484");
        remove(pair, 1000);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void textsThatDifferOnlyInCaseOrAccentsAreDifferent(Product product) throws SQLException {
        Pair pair = Pair.of(product);
        write(pair, 2000);
        try (EntityManagerFactory unit = unit("ro", pair.primary().app());
                EntityManager em = unit.createEntityManager()) {
            assertThat(em.createQuery("select count(p) from Page p where p.title = :title", Long.class)
                            .setParameter("title", TITLE.replace("É", "é"))
                            .getSingleResult())
                    .isZero();
        }
        remove(pair, 2000);
    }

    /** Writes more rows than fit into a batch, so that several batches are sent. */
    private static void write(Pair pair, long first) {
        try (EntityManagerFactory unit = unit("rw", pair.primary().app());
                EntityManager em = unit.createEntityManager()) {
            em.getTransaction().begin();
            em.persist(SamplePages.space(first, TIME));
            em.flush();
            em.persist(SamplePages.page(first + 1, first, TITLE, TIME));
            for (int i = 2; i <= 500; i++) {
                em.persist(SamplePages.page(first + i, first, "Page " + i, TIME));
            }
            em.getTransaction().commit();
            assertThat(em.createQuery("select count(p) from Page p where p.spaceId = :space", Long.class)
                            .setParameter("space", first)
                            .getSingleResult())
                    .isEqualTo(500);
        }
    }

    private static void remove(Pair pair, long space) throws SQLException {
        Sql.update(pair.primary().app(), "delete from page where space_id = ?", space);
        Sql.update(pair.primary().app(), "delete from space where id = ?", space);
    }

    /** The persistence unit, but without a container's transactions. */
    private static EntityManagerFactory unit(String name, DataSource source) {
        return Persistence.createEntityManagerFactory(
                name,
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", source));
    }
}
