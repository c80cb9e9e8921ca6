package io.commonplace.jobs;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** How steps begin and end, each in one transaction; the last to end settles the job. */
@ApplicationScoped
class StepTransactions {
    private static final List<StepState> OPEN = List.of(StepState.PENDING, StepState.RUNNING);

    @Inject
    private JobStore jobs;

    @Inject
    private StepStore steps;

    @Inject
    private JobKinds kinds;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<Object> events;

    /** Fenced: the step's own row is asked first, so that nothing is written under a claim that is lost. */
    @Writes
    public void commit(JobStep step, int items, Consumer<StepCommit> work) {
        if (!steps.end(step.id(), step.token(), StepState.DONE, clock.instant())) {
            throw new StepLost(step.id());
        }
        Job seen = jobs.find(step.jobId());
        StepCommit commit = new StepCommit(Objects.requireNonNull(seen));
        work.accept(commit);
        Job job = jobs.lock(step.jobId());
        job.advance(items, clock.instant());
        write(job, commit);
        settle(job);
    }

    /** The step has found out that its job can't be done. Steps that others are at are waited for, as in any failure. */
    @Writes
    public void refuse(JobStep step, String reason, Consumer<StepCommit> work) {
        if (!steps.end(step.id(), step.token(), StepState.FAILED, clock.instant())) {
            throw new StepLost(step.id());
        }
        Job job = jobs.lock(step.jobId());
        StepCommit commit = new StepCommit(job);
        // Of no file: it comes before those of all files.
        commit.problem("", reason);
        work.accept(commit);
        job.refuse(reason);
        write(job, commit);
        steps.cancelPending(job.id(), clock.instant());
        settle(job);
    }

    @Transactional
    public boolean isCancelRequested(long jobId) {
        Job job = jobs.find(jobId);
        return job == null || job.isCancelRequested();
    }

    /** An attempt failed: the step waits for the next one, or, after too many, the job fails. */
    @Writes
    public void failed(JobStep step, String incident) {
        letGo(step, Messages.text("job.stepFailed", step.attempts(), incident));
        // The broker delivers the message of a failed attempt again; the sweep need not.
        steps.wakeLater(step.id(), clock.instant());
    }

    /** Saving became impossible during an attempt, which doesn't count: no step may die of that. */
    @Writes
    public void giveBack(JobStep step) {
        steps.giveBack(step.id(), step.token(), clock.instant());
    }

    /** A worker is gone: what it was at is free again; after too many, it may be what they die of, and the job fails. */
    @Writes
    public void release(JobStep step) {
        letGo(step, Messages.text("job.stepAbandoned", step.attempts()));
    }

    /** Somebody wants the job's end, and the step's worker has seen it. */
    @Writes
    public void cancelled(JobStep step) {
        if (steps.end(step.id(), step.token(), StepState.CANCELLED, clock.instant())) {
            settle(jobs.lock(step.jobId()));
        }
    }

    /** The last resort, when a job can't even be settled: it fails, and its kind is not told. */
    @Writes
    public void giveUp(JobStep step) {
        if (steps.end(step.id(), step.token(), StepState.FAILED, clock.instant())) {
            Job job = jobs.lock(step.jobId());
            steps.cancelPending(job.id(), clock.instant());
            if (!job.state().isFinal()) {
                conclude(job, JobState.FAILED, Messages.text("job.failed", job.done(), job.total()));
            }
        }
    }

    private void letGo(JobStep step, String lastWord) {
        boolean last = step.attempts() >= JobStep.MAX_ATTEMPTS;
        if (!steps.end(step.id(), step.token(), last ? StepState.FAILED : StepState.PENDING, clock.instant())) {
            return;
        }
        if (last) {
            Job job = jobs.lock(step.jobId());
            StepCommit commit = new StepCommit(job);
            commit.problem(step.name(), lastWord);
            write(job, commit);
            settle(job);
        }
    }

    /** Ends the job if no step is open any more; its row is locked. */
    void settle(Job job) {
        if (job.state().isFinal() || steps.count(job.id(), OPEN) > 0) {
            return;
        }
        JobKind kind = kinds.named(job.kind());
        StepCommit commit = new StepCommit(job);
        JobState how = how(job);
        if (how == JobState.DONE) {
            kind.allStepsDone(commit);
        }
        if (commit.added().isEmpty()) {
            kind.ended(commit);
            conclude(job, how, resultOf(job, how, commit));
        }
        write(job, commit);
    }

    private void conclude(Job job, JobState how, String result) {
        job.end(how, result, clock.instant());
        events.fire(new JobStateChanged(job.id(), job.kind(), how));
    }

    private JobState how(Job job) {
        if (job.isCancelRequested()) {
            return JobState.CANCELLED;
        }
        return steps.count(job.id(), List.of(StepState.FAILED)) > 0 ? JobState.FAILED : JobState.DONE;
    }

    private static String resultOf(Job job, JobState how, StepCommit commit) {
        return switch (how) {
            case CANCELLED -> Messages.text("job.cancelled", job.done(), job.total());
            case FAILED -> job.result().isEmpty() ? Messages.text("job.failed", job.done(), job.total()) : job.result();
            default -> commit.result();
        };
    }

    void write(Job job, StepCommit commit) {
        if (commit.expected() >= 0) {
            job.expect(commit.expected());
        }
        commit.notes()
                .forEach(note ->
                        jobs.add(new JobNote(ids.next(), job.id(), note.severity(), note.subject(), note.message())));
        if (!job.isCancelRequested() && !commit.added().isEmpty()) {
            addSteps(job, commit.added());
        }
    }

    private void addSteps(Job job, List<StepCommit.Range> ranges) {
        long first = ids.block(ranges.size());
        List<Long> added = new ArrayList<>();
        for (StepCommit.Range range : ranges) {
            long id = first + added.size();
            steps.add(new JobStep(id, job.id(), range.name(), range.first(), range.last(), clock.instant()));
            added.add(id);
        }
        events.fire(new StepsAdded(kinds.named(job.kind()).lane(), added));
    }
}
