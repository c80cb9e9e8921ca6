package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import io.commonplace.pages.PageReader;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stops jobs that write into a space that was archived or deleted since they began. */
@ApplicationScoped
class OpenSpace {
    @Inject
    private PageReader pageReader;

    /** Whether the space takes no more pages; the step and its job have been refused then. */
    boolean refuses(StepRun step, long spaceId) {
        boolean isOpen = pageReader.spaces().stream().anyMatch(space -> space.id() == spaceId && !space.archived());
        if (!isOpen) {
            step.refuse(Messages.text("import.space.closed"), commit -> {});
        }
        return !isOpen;
    }
}
