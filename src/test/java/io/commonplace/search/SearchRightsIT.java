package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.database.Ids;
import io.commonplace.database.ReadRouter;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.Moves;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.Place;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.pages.Trash;
import io.commonplace.people.Access;
import io.commonplace.people.Groups;
import io.commonplace.people.NewPerson;
import io.commonplace.people.People;
import io.commonplace.people.Rights;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Freshness;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares searches with the database: random people search for random words, while pages are created, moved, deleted and
 * restored or deleted permanently, and rights are given and taken away.
 */
@ExtendWith(ArquillianExtension.class)
class SearchRightsIT {
    private static final int SPACES = 5;
    private static final int PEOPLE = 6;
    private static final int WORDS = 12;
    private static final int CHANGE_EVERY = 5;
    private static final int ALL = 100;

    private final Random random = new Random();
    private final List<SpaceHead> spaces = new ArrayList<>();
    private final List<Long> people = new ArrayList<>();
    private final List<Long> groups = new ArrayList<>();
    private final Map<Long, Long> deletions = new HashMap<>();

    @Inject
    private InsideVisitor visitor;

    @Inject
    private Search search;

    @Inject
    private Spaces spaceAdministration;

    @Inject
    private Pages pages;

    @Inject
    private Moves moves;

    @Inject
    private Trash trash;

    @Inject
    private People personAdministration;

    @Inject
    private Groups groupAdministration;

    @Inject
    private Rights rights;

    @Inject
    private Access access;

    @Inject
    private ReadRouter router;

    @Inject
    private Ids ids;

    private Viewer administrator;
    private String prefix;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @BeforeEach
    void makeSite() {
        administrator = visitor.viewer();
        prefix = "x" + Long.toString(ids.next(), 36) + "x";
        for (int i = 0; i < SPACES; i++) {
            spaces.add(spaceAdministration.create(administrator, "rights-" + ids.next(), "Rights", ""));
        }
        for (int i = 0; i < PEOPLE; i++) {
            String name = "finder-" + ids.next();
            personAdministration.create(administrator, new NewPerson(name, "A finder", "a long enough password"));
            groupAdministration.create(administrator, name);
            ListWindow<String> first = ListWindow.alphabetical(null, null);
            people.add(personAdministration
                    .list(administrator, name, first, 1)
                    .rows()
                    .get(0)
                    .id());
            groups.add(groupAdministration
                    .list(administrator, name, first, 1)
                    .rows()
                    .get(0)
                    .id());
            groupAdministration.addMember(administrator, groups.get(i), name);
        }
        spaces.forEach(this::changeRights);
        for (int i = 0; i < 40; i++) {
            create();
        }
    }

    @Test
    void everybodyFindsWhatTheyMaySee() {
        compare(500);
    }

    @Test
    @Tag("thorough")
    void everybodyFindsWhatTheyMaySeeTenThousandTimes() {
        compare(10_000);
    }

    private void compare(int times) {
        for (int i = 0; i < times; i++) {
            if (i % CHANGE_EVERY == 0) {
                change();
            }
            Viewer viewer = access.viewer(pick(people)).orElseThrow();
            String word = word();
            ResultKind kind = random.nextInt(3) == 0 ? ResultKind.DELETED : ResultKind.PAGES;
            SearchRequest request =
                    SearchRequest.of(word, ResultOrder.RELEVANCE, "", ALL).of(kind);
            SearchResults found = search.find(viewer, request);
            Set<String> expected = kind == ResultKind.DELETED ? inTrash(viewer, word) : inDatabase(viewer, word);
            assertThat(found.current()).isTrue();
            assertThat(found.results().stream().map(SearchResult::href).collect(Collectors.toSet()))
                    .as("%s of %s after %d searches", word, viewer.name(), i)
                    .isEqualTo(expected);
            assertThat(found.total()).isEqualTo(expected.size());
            assertThat(found.bySpace().stream().mapToInt(SpaceCount::count).sum())
                    .isEqualTo(expected.size());
        }
    }

    private Set<String> inDatabase(Viewer viewer, String word) {
        Set<String> found = new HashSet<>();
        for (SpaceHead space : spaces) {
            if (access.may(viewer, SpaceLevel.VIEW, space.id())) {
                router.read(
                                Freshness.NEWEST,
                                em -> em.createQuery(
                                                "select p.path from Page p, Document d where d.id = p.documentId"
                                                        + " and p.spaceId = :space and d.html like :word",
                                                String.class)
                                        .setParameter("space", space.id())
                                        .setParameter("word", "% " + word + " %")
                                        .getResultList())
                        .forEach(path -> found.add(space.href(path)));
            }
        }
        return found;
    }

    private Set<String> inTrash(Viewer viewer, String word) {
        Set<String> found = new HashSet<>();
        for (SpaceHead space : spaces) {
            if (access.may(viewer, SpaceLevel.EDIT, space.id())) {
                router.read(
                                Freshness.NEWEST,
                                em -> em.createQuery(
                                                "select p.deletionId from TrashedPage p, Document d where d.id ="
                                                        + " p.documentId and p.spaceId = :space and d.html like :word",
                                                Long.class)
                                        .setParameter("space", space.id())
                                        .setParameter("word", "% " + word + " %")
                                        .getResultList())
                        .forEach(deletion ->
                                found.add("/trash/restore?space=" + space.slug() + "&deletion=" + deletion));
            }
        }
        return found;
    }

    private void change() {
        SpaceHead space = pick(spaces);
        try {
            switch (random.nextInt(7)) {
                case 0 -> changeRights(space);
                case 1 -> create();
                case 2 -> moves.move(administrator, space, path(space), new Place("", "moved-" + ids.next()));
                case 3 -> {
                    long id = trash.delete(administrator, space, path(space), 1).id();
                    deletions.put(space.id(), id);
                }
                case 4 -> {
                    Long deletion = deletions.remove(space.id());
                    if (deletion != null) {
                        trash.restore(administrator, space, deletion, "restored-" + ids.next());
                    }
                }
                case 5 -> {
                    Long deletion = deletions.remove(space.id());
                    if (deletion != null) {
                        trash.destroy(administrator, space, deletion);
                    }
                }
                default -> edit(space);
            }
        } catch (Refusal e) {
            // A page with others below it, or a space without pages: another change comes.
            assertThat(e).isNotNull();
        }
    }

    private void create() {
        SpaceHead space = pick(spaces);
        String parent = random.nextBoolean() ? "" : path(space);
        pages.create(administrator, space, parent, new PageText("Page " + ids.next(), text(), ""));
    }

    private void edit(SpaceHead space) {
        String path = path(space);
        int revision = router.read(
                Freshness.NEWEST,
                em -> em.createQuery(
                                "select p.revisionNumber from Page p where p.spaceId = :space and p.path = :path",
                                Integer.class)
                        .setParameter("space", space.id())
                        .setParameter("path", path)
                        .getResultStream()
                        .findFirst()
                        .orElse(0));
        pages.save(administrator, space, path, revision, new PageText("Page " + ids.next(), text(), ""));
    }

    private void changeRights(SpaceHead space) {
        Map<Long, SpaceLevel> levels = new HashMap<>();
        groups.stream()
                .filter(group -> random.nextInt(3) > 0)
                .forEach(group -> levels.put(group, random.nextBoolean() ? SpaceLevel.VIEW : SpaceLevel.EDIT));
        rights.replace(administrator, space.id(), levels);
    }

    /** A page of the space; empty if it has none. */
    private String path(SpaceHead space) {
        List<String> paths = router.read(
                Freshness.NEWEST,
                em -> em.createQuery("select p.path from Page p where p.spaceId = :space", String.class)
                        .setParameter("space", space.id())
                        .getResultList());
        return paths.isEmpty() ? "" : pick(paths);
    }

    private String text() {
        return "Words " + word() + " and " + word() + " and " + word() + " end";
    }

    /** No word is like another one, because a word that no page has is taken for a typing error. */
    private String word() {
        return prefix + String.valueOf((char) ('a' + random.nextInt(WORDS))).repeat(6);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
