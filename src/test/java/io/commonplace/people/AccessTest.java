package io.commonplace.people;

import static io.commonplace.people.SpaceLevel.ADMINISTER;
import static io.commonplace.people.SpaceLevel.EDIT;
import static io.commonplace.people.SpaceLevel.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scenarios of src/docs/permissions.md. */
class AccessTest {
    private static final long HANDBOOK = 10;
    private static final long RUNBOOKS = 11;
    private static final long ENGINEERS = 20;
    private static final long WRITERS = 21;

    private final Access access = new Access();

    @Test
    void aViewerMayNotEdit() {
        Viewer viewer = memberOf(ENGINEERS).with(ENGINEERS, VIEW);
        assertThatNoException().isThrownBy(() -> access.require(viewer, VIEW, HANDBOOK));
        assertThatThrownBy(() -> access.require(viewer, EDIT, HANDBOOK)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anEditorMayView() {
        Viewer viewer = memberOf(ENGINEERS).with(ENGINEERS, EDIT);
        assertThat(access.may(viewer, VIEW, HANDBOOK)).isTrue();
        assertThat(access.may(viewer, EDIT, HANDBOOK)).isTrue();
        assertThatThrownBy(() -> access.require(viewer, ADMINISTER, HANDBOOK)).isInstanceOf(Forbidden.class);
    }

    @Test
    void anAdministratorOfASpaceMayDoEverythingInIt() {
        Viewer viewer = memberOf(ENGINEERS).with(ENGINEERS, ADMINISTER);
        assertThat(SpaceLevel.values()).allMatch(level -> access.may(viewer, level, HANDBOOK));
    }

    @Test
    void aSpaceWithoutRightsIsNotFound() {
        Viewer viewer = memberOf(ENGINEERS).with(WRITERS, ADMINISTER);
        assertThat(SpaceLevel.values()).noneMatch(level -> access.may(viewer, level, HANDBOOK));
        assertThat(SpaceLevel.values())
                .allSatisfy(level -> assertThatThrownBy(() -> access.require(viewer, level, HANDBOOK))
                        .isInstanceOf(NotFound.class));
    }

    @Test
    void rightsInOneSpaceDontApplyToAnother() {
        Viewer viewer = memberOf(ENGINEERS).with(ENGINEERS, ADMINISTER);
        assertThatThrownBy(() -> access.require(viewer, VIEW, RUNBOOKS)).isInstanceOf(NotFound.class);
    }

    @Test
    void theHighestLevelOfAllGroupsCounts() {
        Member member = memberOf(ENGINEERS, WRITERS);
        assertThat(access.may(member.with(rights(ENGINEERS, VIEW, WRITERS, EDIT)), EDIT, HANDBOOK))
                .isTrue();
        assertThat(access.may(member.with(rights(ENGINEERS, EDIT, WRITERS, VIEW)), EDIT, HANDBOOK))
                .isTrue();
    }

    @Test
    void everybodyHasTheRightsOfEveryone() {
        Viewer viewer = memberOf().with(PeopleGroup.EVERYONE, VIEW);
        assertThat(access.may(viewer, VIEW, HANDBOOK)).isTrue();
        assertThat(access.may(viewer, EDIT, HANDBOOK)).isFalse();
    }

    @Test
    void aRightOfEveryoneDoesNotLowerAnother() {
        Viewer viewer = memberOf(ENGINEERS).with(rights(PeopleGroup.EVERYONE, VIEW, ENGINEERS, EDIT));
        assertThat(access.may(viewer, EDIT, HANDBOOK)).isTrue();
    }

    @Test
    void aSiteAdministratorNeedsNoRights() {
        Viewer viewer = memberOf(PeopleGroup.ADMINISTRATORS).with(new RightsTable(Map.of()));
        assertThatNoException().isThrownBy(() -> access.require(viewer, ADMINISTER, HANDBOOK));
        assertThatNoException().isThrownBy(() -> access.requireAdministrator(viewer));
    }

    @Test
    void nobodyMayChangeAnArchivedSpace() {
        RightsTable rights = new RightsTable(
                rights(ENGINEERS, ADMINISTER, WRITERS, VIEW).byGroup(), new EndedSpaces(Set.of(HANDBOOK), Set.of()));
        for (long group : new long[] {ENGINEERS, PeopleGroup.ADMINISTRATORS}) {
            Viewer viewer = memberOf(group).with(rights);
            assertThat(access.may(viewer, VIEW, HANDBOOK)).isTrue();
            assertThat(access.may(viewer, ADMINISTER, HANDBOOK)).isTrue();
            assertThatThrownBy(() -> access.require(viewer, EDIT, HANDBOOK))
                    .isInstanceOfSatisfying(
                            Forbidden.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("access.archived"));
        }
        Viewer viewer = memberOf(WRITERS).with(rights);
        assertThatThrownBy(() -> access.require(viewer, EDIT, HANDBOOK))
                .isInstanceOfSatisfying(
                        Forbidden.class, refusal -> assertThat(refusal.key()).isEqualTo("access.edit"));
    }

    @Test
    void nobodyFindsADeletedSpace() {
        RightsTable rights = new RightsTable(
                rights(ENGINEERS, ADMINISTER, WRITERS, EDIT).byGroup(), new EndedSpaces(Set.of(), Set.of(HANDBOOK)));
        for (long group : new long[] {ENGINEERS, WRITERS, PeopleGroup.ADMINISTRATORS}) {
            Viewer viewer = memberOf(group).with(rights);
            assertThat(SpaceLevel.values())
                    .allSatisfy(level -> assertThatThrownBy(() -> access.require(viewer, level, HANDBOOK))
                            .isInstanceOf(NotFound.class));
            assertThat(access.mayRestore(viewer, HANDBOOK)).isEqualTo(group != WRITERS);
        }
    }

    @Test
    void onlyAdministratorsAdministerTheSite() {
        Viewer viewer = memberOf(ENGINEERS).with(ENGINEERS, ADMINISTER);
        assertThatThrownBy(() -> access.requireAdministrator(viewer)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whoMayEditAnySpaceMayImport() {
        assertThat(access.mayAnywhere(memberOf(ENGINEERS).with(ENGINEERS, EDIT), EDIT))
                .isTrue();
        assertThat(access.mayAnywhere(memberOf(ENGINEERS).with(ENGINEERS, VIEW), EDIT))
                .isFalse();
        RightsTable archived = new RightsTable(
                rights(ENGINEERS, EDIT, WRITERS, VIEW).byGroup(), new EndedSpaces(Set.of(HANDBOOK), Set.of()));
        assertThat(access.mayAnywhere(memberOf(ENGINEERS).with(archived), EDIT)).isFalse();
        assertThat(access.mayAnywhere(memberOf(PeopleGroup.ADMINISTRATORS).with(new RightsTable(Map.of())), EDIT))
                .as("they can make a space")
                .isTrue();
    }

    @Test
    void aDeactivatedPersonHasNoRights() {
        Member member = memberOf(PeopleGroup.ADMINISTRATORS, ENGINEERS);
        member.person.deactivate();
        assertThat(member.cachedPerson.viewer(rights(ENGINEERS, EDIT, WRITERS, EDIT)))
                .isEmpty();
    }

    @Test
    void aChangedRightAppliesAtTheNextRequest() {
        Member member = memberOf(ENGINEERS);
        RightsTable before = rights(ENGINEERS, EDIT, WRITERS, EDIT);
        assertThat(member.with(before)).isSameAs(member.with(before));
        assertThat(access.may(member.with(before), EDIT, HANDBOOK)).isTrue();
        assertThat(access.may(member.with(rights(ENGINEERS, VIEW, WRITERS, EDIT)), EDIT, HANDBOOK))
                .isFalse();
    }

    @Test
    void theDocumentListsTheseScenarios() throws IOException {
        String document = Files.readString(Path.of("src/docs/permissions.md"));
        Set<String> tests = Set.copyOf(Arrays.stream(AccessTest.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .filter(name -> !name.startsWith("theDocument"))
                .toList());
        assertThat(Pattern.compile("(?m)^\\d+\\. `(\\w+)`")
                        .matcher(document)
                        .results()
                        .map(m -> m.group(1)))
                .containsExactlyInAnyOrderElementsOf(tests);
    }

    private static Member memberOf(Long... groups) {
        NewPerson ada = new NewPerson("ada", "Ada Lindqvist", "unused");
        return new Member(new Person(1, ada, "hash", Instant.EPOCH), Set.of(groups));
    }

    private static RightsTable rights(long group, SpaceLevel level, long other, SpaceLevel otherLevel) {
        return new RightsTable(Map.of(group, Map.of(HANDBOOK, level), other, Map.of(HANDBOOK, otherLevel)));
    }

    /** A member of some groups; combined with rights in the handbook. */
    private static final class Member {
        private final Person person;
        private final CachedPerson cachedPerson;

        private Member(Person person, Set<Long> groups) {
            this.person = person;
            this.cachedPerson = new CachedPerson(person, groups);
        }

        private Viewer with(long group, SpaceLevel level) {
            return with(new RightsTable(Map.of(group, Map.of(HANDBOOK, level))));
        }

        private Viewer with(RightsTable rights) {
            return cachedPerson.viewer(rights).orElseThrow();
        }
    }
}
