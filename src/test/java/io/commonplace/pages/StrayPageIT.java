package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.people.Viewer;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that an import has left without a parent. */
@ExtendWith(ArquillianExtension.class)
class StrayPageIT {
    @Inject
    private InsideVisitor visitor;

    @Inject
    private PagesByHand byHand;

    @Inject
    private PageReader pageReader;

    @Inject
    private TreeReader treeReader;

    private Viewer viewer;
    private SpaceHead space;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSpace() {
        viewer = visitor.viewer();
        space = visitor.spaceWithAPage();
    }

    @Test
    void aPageWhoseParentIsMissingIsPutAtTheTop() {
        byHand.withoutParent(viewer, space, "stray");
        assertThat(top()).doesNotContain("stray");

        byHand.importEnds(space);

        assertThat(top()).contains("page", "stray");
    }

    @Test
    void aFrontPageThatComesLaterIsAboveTheOthers() {
        byHand.frontPage(viewer, space);
        byHand.withoutParent(viewer, space, "stray");

        byHand.importEnds(space);

        assertThat(top()).contains("page", "stray");
        long front = pageReader.page(space.id(), "").orElseThrow().id();
        assertThat(pageReader.page(space.id(), "page").orElseThrow().parentId()).isEqualTo(front);
        assertThat(pageReader.page(space.id(), "stray").orElseThrow().parentId())
                .isEqualTo(front);
    }

    private Iterable<String> top() {
        SpaceHead current = pageReader.space(space.slug()).orElseThrow();
        return treeReader.top(current).children().stream().map(TreeNode::path).toList();
    }
}
