package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Finds the kind that a job's row names. */
@ApplicationScoped
class JobKinds {
    @Inject
    @Any
    private Instance<JobKind> kinds;

    List<String> names() {
        return kinds.stream().map(JobKind::name).toList();
    }

    JobKind named(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This version knows no job of the kind " + name));
    }

    /** Where people find what the job works on; empty for a kind that only a newer version knows. */
    String href(Job job) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(job.kind()))
                .findFirst()
                .map(kind -> kind.href(job.payload()))
                .orElse("");
    }
}
