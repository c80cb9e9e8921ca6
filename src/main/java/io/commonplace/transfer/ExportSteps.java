package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The kinds of steps of an export. */
@ApplicationScoped
class ExportSteps {
    @Inject
    private ListStep listStep;

    @Inject
    private PackPagesStep packPagesStep;

    @Inject
    private SitePagesStep sitePagesStep;

    @Inject
    private PackFilesStep packFilesStep;

    @Inject
    private FinishStep finishStep;

    void run(StepRun step) {
        switch (step.name()) {
            case ExportJob.LIST, ExportJob.LIST_SITE -> listStep.run(step);
            case ExportJob.PAGES -> packPagesStep.run(step);
            case ExportJob.SITE_PAGES -> sitePagesStep.run(step);
            case ExportJob.FILES -> packFilesStep.run(step);
            case ExportJob.FINISH -> finishStep.run(step);
            default -> throw new IllegalStateException("An export has no step " + step.name());
        }
    }
}
