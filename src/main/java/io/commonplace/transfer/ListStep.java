package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serial;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The first step of an export: lists at one instant what belongs into it, and names its files. */
@ApplicationScoped
class ListStep {
    /** The pages and files of one archive; their names are in memory meanwhile. */
    static final int MAX_SIZE = 200_000;

    private static final int BATCH = 500;

    @Inject
    private ExportStore store;

    @Inject
    private ExportListStore list;

    @Inject
    private Clock clock;

    void run(StepRun step) {
        ExportOrder order = ExportOrder.of(step.payload());
        try {
            step.commit(0, commit -> list(commit, order));
        } catch (NotPossible e) {
            step.refuse(String.valueOf(e.getMessage()), commit -> {});
        }
    }

    private void list(StepCommit commit, ExportOrder order) {
        Objects.requireNonNull(store.find(order.exportId())).listed(clock.instant());
        list.list(order);
        int pages = (int) list.count(order.exportId(), ExportFile.Kind.PAGE);
        int files = (int) list.count(order.exportId(), ExportFile.Kind.FILE);
        if (pages + files == 0) {
            throw new NotPossible("export.nothing");
        }
        if (pages + files > MAX_SIZE) {
            throw new NotPossible("export.large", MAX_SIZE);
        }
        boolean isSite = order.format() == ExportFormat.SITE;
        if (isSite && pages == 0) {
            throw new NotPossible("export.site.noPages");
        }
        name(commit, order.exportId(), isSite ? new ExportNames(".html") : new ExportNames());
        commit.expect(pages + files);
        commit.addSteps(isSite ? ExportJob.SITE_PAGES : ExportJob.PAGES, pages, ExportJob.PAGES_SIZE);
    }

    private void name(StepCommit commit, long exportId, ExportNames names) {
        Map<Long, String> folders = list.spaces(exportId);
        for (ExportFile.Kind kind : List.of(ExportFile.Kind.PAGE, ExportFile.Kind.FILE)) {
            int first = 0;
            List<ExportListStore.Listed> batch = list.from(exportId, kind, first, BATCH);
            while (!batch.isEmpty()) {
                Map<Integer, String> given = new LinkedHashMap<>();
                batch.forEach(listed -> given.put(listed.number(), name(commit, names, folders, kind, listed)));
                list.name(exportId, kind, given);
                first += batch.size();
                batch = list.from(exportId, kind, first, BATCH);
            }
        }
        list.nameAliases(exportId);
    }

    private static String name(
            StepCommit commit,
            ExportNames names,
            Map<Long, String> folders,
            ExportFile.Kind kind,
            ExportListStore.Listed listed) {
        String folder = Objects.requireNonNull(folders.get(listed.spaceId()));
        if (kind == ExportFile.Kind.PAGE) {
            return names.page(folder, listed.path(), listed.sourcePath(), listed.targetId());
        }
        String name = names.file(folder, listed.path(), listed.targetId());
        if (!name.equals(folder + "/" + listed.path())) {
            commit.hint(listed.path(), Messages.text("export.file.renamed", name));
        }
        return name;
    }

    /** Undoes the listing. */
    private static final class NotPossible extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        NotPossible(String key, Object... arguments) {
            super(Messages.text(key, arguments));
        }
    }
}
