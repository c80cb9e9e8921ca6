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

/** Ends or releases steps, each in one transaction. The last step of a job settles the job. */
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

    /** Fenced: it updates the step's own row first, so that nothing is written after the claim was lost. */
    @Writes
    public void commit(JobStep step, int items, Consumer<StepCommit> work) {
        if (!steps.end(step.id(), step.token(), StepState.DONE, clock.instant())) {
            throw new StepLost(step.id());
        }
        Job unlocked = jobs.find(step.jobId());
        StepCommit commit = new StepCommit(Objects.requireNonNull(unlocked));
        work.accept(commit);
        Job job = jobs.lock(step.jobId());
        job.advance(items, clock.instant());
        write(job, commit);
        settle(job);
    }

    /** Fails the job because it can't be done. Steps that other workers run end first, as in any failure. */
    @Writes
    public void refuse(JobStep step, String reason, Consumer<StepCommit> work) {
        if (!steps.end(step.id(), step.token(), StepState.FAILED, clock.instant())) {
            throw new StepLost(step.id());
        }
        Job job = jobs.lock(step.jobId());
        StepCommit commit = new StepCommit(job);
        // Without a subject it is sorted before the problems of files.
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

    /** Records a failed attempt: the step waits for the next one or, after too many, the job fails. */
    @Writes
    public void failed(JobStep step, String incident) {
        releaseOrFail(step, Messages.text("job.stepFailed", step.attempts(), incident));
        // The broker delivers the message of a failed attempt again, so the sweep need not send one soon.
        steps.wakeLater(step.id(), clock.instant());
    }

    /** Undoes the claim of an attempt during which saving became impossible. It doesn't count, so that no step fails by it. */
    @Writes
    public void undoClaim(JobStep step) {
        steps.undoClaim(step.id(), step.token(), clock.instant());
    }

    /** Releases the step of a worker that is gone. After too many the job fails, because the step may be what kills them. */
    @Writes
    public void release(JobStep step) {
        releaseOrFail(step, Messages.text("job.stepAbandoned", step.attempts()));
    }

    /** Ends a running step of a cancelled job. */
    @Writes
    public void cancelled(JobStep step) {
        if (steps.end(step.id(), step.token(), StepState.CANCELLED, clock.instant())) {
            settle(jobs.lock(step.jobId()));
        }
    }

    /** Fails a job that can't be settled, as the last resort. Its kind is not called. */
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

    private void releaseOrFail(JobStep step, String problem) {
        boolean last = step.attempts() >= JobStep.MAX_ATTEMPTS;
        if (!steps.end(step.id(), step.token(), last ? StepState.FAILED : StepState.PENDING, clock.instant())) {
            return;
        }
        if (last) {
            Job job = jobs.lock(step.jobId());
            StepCommit commit = new StepCommit(job);
            commit.problem(step.name(), problem);
            write(job, commit);
            settle(job);
        }
    }

    /** Ends the job if it has no open step. The caller has locked its row. */
    void settle(Job job) {
        if (job.state().isFinal() || steps.count(job.id(), OPEN) > 0) {
            return;
        }
        JobKind kind = kinds.named(job.kind());
        StepCommit commit = new StepCommit(job);
        JobState end = finalState(job);
        if (end == JobState.DONE) {
            kind.allStepsDone(commit);
        }
        if (commit.added().isEmpty()) {
            kind.ended(commit);
            conclude(job, end, resultOf(job, end, commit));
        }
        write(job, commit);
    }

    private void conclude(Job job, JobState end, String result) {
        job.end(end, result, clock.instant());
        events.fire(new JobStateChanged(job.id(), job.kind(), end));
    }

    private JobState finalState(Job job) {
        if (job.isCancelRequested()) {
            return JobState.CANCELLED;
        }
        return steps.count(job.id(), List.of(StepState.FAILED)) > 0 ? JobState.FAILED : JobState.DONE;
    }

    private static String resultOf(Job job, JobState end, StepCommit commit) {
        return switch (end) {
            case CANCELLED -> Messages.text("job.cancelled", job.done(), job.total());
            case FAILED -> job.result().isEmpty() ? Messages.text("job.failed", job.done(), job.total()) : job.result();
            default -> commit.result();
        };
    }

    void write(Job job, StepCommit commit) {
        if (commit.expected() >= 0) {
            job.expect(commit.expected());
        }
        commit.notes().forEach(note -> jobs.add(new JobNote(ids.next(), job.id(), note)));
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
