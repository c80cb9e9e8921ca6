package io.commonplace.transfer;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Submits export jobs. */
@ApplicationScoped
public class Exports {
    /** Of a name in the archive's name, and of a title in the job's, in characters. */
    private static final int MAX_NAME = 80;

    @Inject
    private ExportStore store;

    @Inject
    private Jobs jobs;

    @Inject
    private Access access;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    /**
     * Exports one page.
     *
     * @param below whether with all pages below it
     * @return the job's identifier
     * @throws NotFound if the person may not view the space
     */
    @Writes
    public long page(Viewer viewer, SpaceHead space, PageHead page, boolean below, ExportFormat format) {
        ExportScope scope = below ? ExportScope.TREE : ExportScope.PAGE;
        String name = page.path().isEmpty() ? space.slug() : PagePath.name(page.path());
        String title =
                Messages.text(below ? "export.title.tree" : "export.title.page", cut(page.title()), space.name());
        ExportOrder order = new ExportOrder(ids.next(), viewer.id(), scope, page.id(), format);
        return start(viewer, List.of(space), order, new Names(name, title));
    }

    /** Exports a whole space; see {@link #page}. */
    @Writes
    public long space(Viewer viewer, SpaceHead space, ExportFormat format) {
        ExportOrder order = new ExportOrder(ids.next(), viewer.id(), ExportScope.SPACE, 0, format);
        String title = Messages.text("export.title.space", space.name());
        return start(viewer, List.of(space), order, new Names(space.slug(), title));
    }

    /**
     * Exports several spaces, each into a folder of its own; see {@link #page}.
     *
     * @throws Refusal if there are none
     */
    @Writes
    public long spaces(Viewer viewer, List<SpaceHead> spaces, ExportFormat format) {
        if (spaces.isEmpty()) {
            throw new Refusal("export.spaces.none");
        }
        ExportOrder order = new ExportOrder(ids.next(), viewer.id(), ExportScope.SPACES, 0, format);
        String title = Messages.text("export.title.spaces", spaces.size());
        return start(viewer, spaces, order, new Names("spaces", title));
    }

    private long start(Viewer viewer, List<SpaceHead> spaces, ExportOrder order, Names names) {
        spaces.forEach(space -> access.require(viewer, SpaceLevel.VIEW, space.id()));
        Map<Long, String> slugs = spaces.stream().collect(Collectors.toMap(SpaceHead::id, SpaceHead::slug));
        store.add(new Export(order.exportId(), viewer.id(), names.file(), clock.instant()), slugs);
        return jobs.submit(
                new NewJob(ExportJob.NAME, names.title(), order.toJson(), viewer.name()),
                steps -> steps.addSteps(
                        order.format() == ExportFormat.SITE ? ExportJob.LIST_SITE : ExportJob.LIST, 1, 1));
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) > MAX_NAME
                ? name.substring(0, name.offsetByCodePoints(0, MAX_NAME))
                : name;
    }

    /** @param archive without its extension */
    private record Names(String archive, String title) {
        String file() {
            return cut(archive) + ".zip";
        }
    }
}
