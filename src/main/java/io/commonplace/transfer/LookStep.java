package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** The first step of a check: reads the archive and plans the import, and keeps the archive. */
@ApplicationScoped
class LookStep {
    @Inject
    private ArchivePlanning planning;

    @Inject
    private ImportStore store;

    @Inject
    private ImportCheckStore checks;

    @Inject
    private Clock clock;

    void run(StepRun step) {
        FileNotes notes = new FileNotes();
        try {
            ArchivePlanning.Planned planned = planning.look(step, notes);
            step.commit(0, commit -> {
                store.addAll(commit.jobId(), planned.files());
                checks.add(new ImportCheck(
                        commit.jobId(), ImportOrder.of(commit.payload()), planned.dialect(), clock.instant()));
                notes.writeTo(commit);
                commit.expect(planned.files().size());
                commit.addSteps(CheckJob.COMPARE, planned.files().size(), ImportJob.STEP_SIZE);
            });
        } catch (ArchiveRefused e) {
            step.refuse(String.valueOf(e.getMessage()), notes::writeTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
