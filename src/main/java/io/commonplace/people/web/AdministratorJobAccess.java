package io.commonplace.people.web;

import io.commonplace.jobs.JobStatus;
import io.commonplace.jobs.web.JobAccess;
import io.commonplace.jobs.web.JobSubscriber;
import io.commonplace.people.SignIn;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets administrators see and manage the jobs of all people. */
@RequestScoped
public class AdministratorJobAccess implements JobAccess {
    @Inject
    private CurrentUser currentUser;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SiteSession sessions;

    @Inject
    private SignIn signIn;

    @Override
    public boolean seesAllJobs() {
        return currentUser.isAdministrator();
    }

    @Override
    public JobSubscriber subscriber() {
        Supplier<Optional<SignIn.Proof>> proof = sessions.proofLater(request);
        SignIn people = signIn;
        return new SignedInSubscriber(
                currentUser.viewer().name(), () -> proof.get().flatMap(people::resume));
    }

    /** @param viewer reads the current state; empty if the session has ended */
    private record SignedInSubscriber(String name, Supplier<Optional<Viewer>> viewer) implements JobSubscriber {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean maySee(JobStatus job) {
            return viewer.get()
                    .filter(now -> now.administrator() || now.name().equals(job.createdBy()))
                    .isPresent();
        }
    }
}
