package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.SessionPosition;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SavingIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private Pages pages;

    @Inject
    private PageReader pageReader;

    @Inject
    private RevisionQueries history;

    @Inject
    private ReadRouter router;

    @Inject
    private SessionPosition position;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @AfterEach
    void endRequest() {
        position.unbind();
    }

    @Test
    void savingCreatesAndRendersARevision() {
        SpaceHead space = visitor.spaceWithAPage();

        save(space, 1, "Now *otherwise*");

        PageHead page = page(space);
        assertThat(page.revisionNumber()).isEqualTo(2);
        assertThat(pageReader.document(page.documentId()).html()).contains("<em>otherwise</em>");
        assertThat(history.revision(page.id(), 1).getMarkdown()).isEqualTo("The first text");
    }

    @Test
    void aSaveAgainstAnOldRevisionIsRefusedAndChangesNothing() {
        SpaceHead space = visitor.spaceWithAPage();
        save(space, 1, "Theirs");

        assertThatThrownBy(() -> save(space, 1, "Mine")).isInstanceOf(EditConflict.class);

        PageHead page = page(space);
        assertThat(page.revisionNumber()).isEqualTo(2);
        assertThat(history.revision(page.id(), 2).getMarkdown()).isEqualTo("Theirs");
    }

    @Test
    void aWriterReadsTheirOwnWritesFromAReplica() {
        SpaceHead space = visitor.spaceWithAPage();
        List<String> positions = new ArrayList<>();
        position.bind(null, positions::add, seen -> {});
        long fromReplicas = router.replicaReads();

        for (int revision = 1; revision <= 20; revision++) {
            save(space, revision, "Text " + revision);
            int seen = router.read(em -> PageQueries.page(em, space.id(), "page"))
                    .orElseThrow()
                    .revisionNumber();
            assertThat(seen).isEqualTo(revision + 1);
        }

        assertThat(positions)
                .as("the replication positions that the session stores")
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(router.replicaReads() - fromReplicas)
                .as("reads that a replica answered")
                .isPositive();
    }

    private void save(SpaceHead space, int base, String markdown) {
        pages.save(visitor.viewer(), space, "page", base, new PageText("Page", markdown, ""));
    }

    private PageHead page(SpaceHead space) {
        return pageReader.page(space.id(), "page").orElseThrow();
    }
}
