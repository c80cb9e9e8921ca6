package io.commonplace.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.database.Ids;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is suggested to somebody who writes in a space. */
@ExtendWith(ArquillianExtension.class)
class ReadersIT {
    private static final int ALL = 100;

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Readers readers;

    @Inject
    private People people;

    @Inject
    private Groups groups;

    @Inject
    private Rights rights;

    @Inject
    private Ids ids;

    private SpaceHead space;
    private Viewer ann;

    /** A family name that nobody else has. */
    private String family;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void make() {
        space = visitor.spaceWithAPage();
        family = "Lee" + Long.toString(ids.next(), 36);
        ann = visitor.newPerson("Ann " + family);
    }

    @Test
    void peopleAreFoundByTheBeginningsOfTheirNames() {
        Viewer ben = visitor.newPerson("Ben " + family);

        assertThat(found(family)).containsExactly(name(ann), name(ben));
        assertThat(found(family.substring(0, family.length() - 1).toUpperCase(Locale.ROOT)))
                .contains(name(ann), name(ben));
        assertThat(found(ann.name())).containsExactly(name(ann));
        assertThat(found("ann")).isNotEmpty();
        assertThat(found(family.substring(1))).as("the middle of a word").isEmpty();
        assertThat(found("%")).isEmpty();
        assertThat(found(" ")).isEmpty();
        assertThat(readers.named(visitor.viewer(), space.id(), family, 1)).containsExactly(name(ann));
    }

    @Test
    void aDeactivatedPersonIsNotFound() {
        people.deactivate(visitor.viewer(), ann.id());

        assertThat(found(family)).isEmpty();
    }

    @Test
    void onlyThoseWhoMayViewTheSpaceAreFound() {
        String group = "group of " + family;
        groups.create(visitor.viewer(), group);
        long id = groups.list(visitor.viewer(), group, ListWindow.alphabetical(null, null), 1)
                .rows()
                .get(0)
                .id();
        rights.replace(visitor.viewer(), space.id(), Map.of(id, SpaceLevel.VIEW));
        assertThat(found(family)).isEmpty();
        assertThat(found("admin")).as("administrators of the site").isNotEmpty();

        groups.addMember(visitor.viewer(), id, ann.name());

        assertThat(found(family)).containsExactly(name(ann));
    }

    @Test
    void onlyThoseWhoMayEditFindAnybody() {
        assertThatThrownBy(() -> readers.named(ann, space.id(), family, ALL)).isInstanceOf(Forbidden.class);
        rights.replace(visitor.viewer(), space.id(), Map.of());
        Viewer stranger = visitor.newPerson("A stranger");
        assertThatThrownBy(() -> readers.named(stranger, space.id(), family, ALL))
                .isInstanceOf(NotFound.class);
    }

    private List<PersonName> found(String beginning) {
        return readers.named(visitor.viewer(), space.id(), beginning, ALL);
    }

    private static PersonName name(Viewer person) {
        return new PersonName(person.name(), person.displayName());
    }
}
