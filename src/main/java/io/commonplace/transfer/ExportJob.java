package io.commonplace.transfer;

import io.commonplace.attachments.FileSize;
import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes an archive. One step lists and names at one instant what belongs into it; then steps on all clones pack a few pages
 * or files each; the last one adds the archive's own list. Whatever is packed stands in the list of the first step, and in
 * revisions and contents that never change, so people may go on writing.
 */
@ApplicationScoped
public class ExportJob implements JobKind {
    static final String NAME = "export";
    static final String LIST = "list";
    static final String PAGES = "pages";

    /** Steps of a site have names of their own: a version of the application that makes none must not run them. */
    static final String LIST_SITE = "list-site";

    static final String SITE_PAGES = "site-pages";
    static final String FILES = "files";
    static final String FINISH = "finish";

    /** Pages per step: few enough that all clones get a share, enough that steps don't outnumber pages. */
    static final int PAGES_SIZE = 32;

    /** A file has up to 32 MiB. */
    static final int FILES_SIZE = 8;

    @Inject
    private ExportSteps steps;

    @Inject
    private ExportAccess access;

    @Inject
    private ExportStore store;

    @Inject
    private ExportListStore list;

    @Inject
    @ConfigProperty(name = "commonplace.export.days", defaultValue = "7")
    private int days;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public String download(String payload) {
        return "/exports/" + ExportOrder.of(payload).exportId();
    }

    @Override
    public void run(StepRun step) {
        if (!access.holds(ExportOrder.of(step.payload()))) {
            step.refuse(Messages.text("export.access"), commit -> {});
            return;
        }
        steps.run(step);
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        long exportId = ExportOrder.of(commit.payload()).exportId();
        Export export = store.find(exportId);
        if (export != null && export.isReady()) {
            finish(commit, export);
        } else if (store.packed(exportId, ExportPart.Section.FILES) < 0 && addFiles(commit, exportId)) {
            commit.expect(
                    (int) (list.count(exportId, ExportFile.Kind.PAGE) + list.count(exportId, ExportFile.Kind.FILE)));
        } else {
            commit.addSteps(FINISH, 1, 1);
        }
    }

    /** @return false if there are no files */
    private boolean addFiles(StepCommit commit, long exportId) {
        list.listLinked(exportId);
        int files = (int) list.count(exportId, ExportFile.Kind.FILE);
        commit.addSteps(FILES, files, FILES_SIZE);
        return files > 0;
    }

    private void finish(StepCommit commit, Export export) {
        commit.finish(Messages.text(
                "export.result",
                Math.max(0, store.packed(export.id(), ExportPart.Section.PAGES)),
                Math.max(0, store.packed(export.id(), ExportPart.Section.FILES)),
                FileSize.text(export.size()),
                days));
    }

    /** The bytes of an archive that is not ready belong to nothing then; the sweep deletes them. */
    @Override
    public void ended(StepCommit commit) {
        long exportId = ExportOrder.of(commit.payload()).exportId();
        Export export = store.find(exportId);
        if (export == null || !export.isReady()) {
            store.delete(exportId);
        } else {
            list.delete(exportId);
        }
    }
}
