package io.commonplace.recipes;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Counts the words of a space's pages. */
@ApplicationScoped
public class CountWords implements JobKind {
    static final String NAME = "count-words";

    @Inject
    private WordCounts counts;

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
        long space = Long.parseLong(step.payload());
        Map<Long, Integer> words = counts.count(space, step.firstItem(), step.lastItem());
        step.commit(words.size(), commit -> counts.store(words));
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        long space = Long.parseLong(commit.payload());
        commit.finish(Messages.text("words.counted", counts.sum(space)));
    }
}
