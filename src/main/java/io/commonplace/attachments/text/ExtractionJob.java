package io.commonplace.attachments.text;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads the text of all files that wait for it, in rounds of a few steps. A step reads one file. */
@ApplicationScoped
public class ExtractionJob implements JobKind {
    static final String NAME = "extraction";
    static final String STEP = "extract";

    @Inject
    private Extractor extractor;

    @Inject
    private Extractions extractions;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public void run(StepRun step) {
        if (!extractor.isOn()) {
            // Without counting the attempt: another clone can do it.
            throw new Unavailable("file.text.off");
        }
        Optional<Extractions.Attempt> attempt = extractions.begin(step.jobId(), step.firstItem());
        if (attempt.isEmpty()) {
            step.commit(0, commit -> {});
            return;
        }
        Extraction extraction = attempt.get().exhausted()
                ? Extraction.failed(ExtractionFailure.CRASH)
                : extractor.extract(attempt.get().file());
        step.commit(1, commit -> extractions.end(commit, attempt.get().file(), extraction));
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        if (!extractions.addRound(commit)) {
            commit.finish(
                    Messages.text("file.text.result", extractions.countRead(commit), extractions.countFailed(commit)));
        }
    }
}
