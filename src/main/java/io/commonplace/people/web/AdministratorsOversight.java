package io.commonplace.people.web;

import io.commonplace.jobs.web.Oversight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Administrators look after everybody's jobs. */
@RequestScoped
public class AdministratorsOversight implements Oversight {
    @Inject
    private Present present;

    @Override
    public boolean seesAllJobs() {
        return present.isAdministrator();
    }
}
