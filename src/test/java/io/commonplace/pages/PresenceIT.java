package io.commonplace.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.people.Access;
import io.commonplace.people.People;
import io.commonplace.people.PeopleGroup;
import io.commonplace.people.Rights;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class PresenceIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Presence presence;

    @Inject
    private PageReader pageReader;

    @Inject
    private Rights rights;

    @Inject
    private Access access;

    @Inject
    private People people;

    private PageHead page;
    private Viewer ann;
    private Viewer ben;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void twoPeopleEdit() {
        SpaceHead space = visitor.spaceWithAPage();
        page = pageReader.page(space.id(), "page").orElseThrow();
        everyoneMay(SpaceLevel.EDIT);
        ann = visitor.newPerson("Ann Lee");
        ben = visitor.newPerson("Ben Ode");
        presence.editing(ann, page);
        await("Ann's editor")
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(presence.editing(ben, page)).containsExactly("Ann Lee"));
    }

    @Test
    void everybodySeesTheOthers() {
        await("Ben's editor")
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(presence.editing(ann, page)).containsExactly("Ben Ode"));
        assertThat(presence.editing(visitor.viewer(), page)).containsExactly("Ann Lee", "Ben Ode");
    }

    @Test
    void whoClosesTheEditorIsNoLongerNamed() {
        presence.closed(ann, page);

        await("Ann has left")
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(presence.editing(ben, page)).isEmpty());
    }

    @Test
    void whoMayNoLongerEditIsNeitherNamedNorAnswered() {
        everyoneMay(SpaceLevel.VIEW);

        assertThat(presence.editing(visitor.viewer(), page)).isEmpty();
        assertThatThrownBy(() -> presence.editing(current(ann), page)).isInstanceOf(Forbidden.class);
        rights.replace(visitor.viewer(), page.spaceId(), Map.of());
        assertThatThrownBy(() -> presence.editing(current(ann), page)).isInstanceOf(NotFound.class);
    }

    @Test
    void aDeactivatedPersonIsNotNamed() {
        people.deactivate(visitor.viewer(), ann.id());

        assertThat(presence.editing(ben, page)).isEmpty();
    }

    private void everyoneMay(SpaceLevel level) {
        rights.replace(visitor.viewer(), page.spaceId(), Map.of(PeopleGroup.EVERYONE, level));
    }

    /** The person with the rights of now. */
    private Viewer current(Viewer person) {
        return access.viewer(person.id()).orElseThrow();
    }
}
