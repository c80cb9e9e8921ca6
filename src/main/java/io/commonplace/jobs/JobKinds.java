package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Finds the kind of a job. */
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
                .orElseThrow(() -> new IllegalStateException("This version has no kind of job named " + name));
    }

    /** The address of the page that the job works on; empty if only a newer version has its kind. */
    String href(Job job) {
        return known(job).map(kind -> kind.href(job.payload())).orElse("");
    }

    /** The address of the file that the job has made; empty if it has made none. */
    String download(Job job) {
        return known(job)
                .filter(kind -> job.state() == JobState.DONE)
                .map(kind -> kind.download(job.payload()))
                .orElse("");
    }

    /** What a person may do next with a job that has ended. */
    Optional<JobLink> next(Job job) {
        return known(job).filter(kind -> job.state().isFinal()).flatMap(kind -> kind.next(job));
    }

    private Optional<JobKind> known(Job job) {
        return kinds.stream().filter(kind -> kind.name().equals(job.kind())).findFirst();
    }
}
