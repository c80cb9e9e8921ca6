package io.commonplace.attachments.text;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.attachments.FileAttached;
import io.commonplace.database.Writes;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.jobs.StepCommit;
import io.commonplace.pages.PagesChanged;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files wait for their text to be read, and what has become of them. */
@ApplicationScoped
public class Extractions {
    /** The files that are read between two looks at what is waiting, so that an import need not wait for all of them. */
    private static final int ROUND = 16;

    /** The job is the site's own, nobody's. */
    private static final String NOBODY = "";

    private static final int BATCH = 1_000;

    @Inject
    private FileTextStore store;

    @Inject
    private Attachments attachments;

    @Inject
    private Jobs jobs;

    @Inject
    private Event<PagesChanged> changes;

    @Inject
    private Clock clock;

    void request(@Observes FileAttached file) {
        if (Documents.isDocument(file.path())) {
            store.request(Set.of(file.hash()), clock.instant());
        }
    }

    /**
     * Looks through a batch of attachments for those that nobody has asked for: they were there before, or a clone of an older
     * version has added them. Those that an older version has read are read again.
     *
     * @param after the end of the batch before; 0 for the first one
     * @return the end of this batch; 0 if it was the last one
     */
    @Writes
    public long requestMissing(long after) {
        List<Object[]> batch = store.attachmentsAfter(after, BATCH);
        Set<String> documents = batch.stream()
                .filter(row -> Documents.isDocument((String) row[2]))
                .map(row -> (String) row[1])
                .collect(Collectors.toSet());
        if (!documents.isEmpty()) {
            store.renew(documents, Extractor.VERSION);
            store.request(documents, clock.instant());
        }
        return batch.size() < BATCH ? 0 : (Long) batch.get(batch.size() - 1)[0];
    }

    /** Submits a job if files are waiting. */
    @Writes
    public void submit() {
        if (store.pending() > 0) {
            NewJob job = new NewJob(ExtractionJob.NAME, Messages.text("file.text.title"), "", NOBODY);
            jobs.submit(job, steps -> {
                // A job without a step would never end.
                if (!addRound(steps)) {
                    steps.addSteps(ExtractionJob.STEP, 1, 1);
                }
            });
        }
    }

    /** Adds the next steps, one for each file. @return whether there is any */
    boolean addRound(StepCommit commit) {
        List<FileText> next = store.nextPending(ROUND);
        for (int i = 0; i < next.size(); i++) {
            next.get(i).allot(commit.jobId(), i);
        }
        commit.addSteps(ExtractionJob.STEP, next.size(), 1);
        commit.expect((int) (countRead(commit) + countFailed(commit) + store.pending()));
        return !next.isEmpty();
    }

    long countRead(StepCommit commit) {
        return store.count(commit.jobId(), FileText.State.READ);
    }

    long countFailed(StepCommit commit) {
        return store.count(commit.jobId(), FileText.State.FAILED);
    }

    /** Begins an attempt at an item of the job; empty if there is nothing to read any more. */
    @Writes
    public Optional<Attempt> begin(long jobId, int number) {
        Optional<FileText> text = store.pendingItem(jobId, number);
        Optional<AttachmentHead> file = text.flatMap(this::document);
        if (file.isEmpty()) {
            text.ifPresent(store::remove);
            return Optional.empty();
        }
        text.ifPresent(FileText::begin);
        return Optional.of(
                new Attempt(file.get(), text.filter(FileText::isExhausted).isPresent()));
    }

    private Optional<AttachmentHead> document(FileText text) {
        return attachments.withContent(text.hash()).stream()
                .filter(file -> Documents.isDocument(file.path()))
                .findFirst();
    }

    /** Ends the attempt, in the transaction of its step. */
    void end(StepCommit commit, AttachmentHead file, Extraction extraction) {
        FileText text = store.find(file.hash()).orElse(null);
        if (text == null) {
            return;
        }
        if (text.end(extraction, clock.instant())) {
            changes.fire(new PagesChanged(store.pagesWith(file.hash())));
        }
        ExtractionFailure failure = text.reason();
        if (text.state() == FileText.State.FAILED && failure != null) {
            commit.problem(file.path(), failure.text());
        }
    }

    /** @param exhausted whether the attempts before have stopped the clones that made them */
    record Attempt(AttachmentHead file, boolean exhausted) {}
}
