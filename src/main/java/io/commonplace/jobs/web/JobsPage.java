package io.commonplace.jobs.web;

import io.commonplace.jobs.JobHead;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of jobs, newest first, in pages. */
@Named
@RequestScoped
public class JobsPage {
    private static final int SIZE = 25;
    private static final int LAST_PAGE = 10_000;

    @Inject
    private VisibleJobs jobs;

    private int page = 1;
    private List<JobLine> lines = List.of();
    private boolean more;

    public void load() {
        page = Math.min(Math.max(page, 1), LAST_PAGE);
        List<JobHead> found = jobs.latest((page - 1) * SIZE, SIZE + 1);
        more = found.size() > SIZE;
        lines = found.stream().limit(SIZE).map(JobLine::of).toList();
    }

    public List<JobLine> getLines() {
        return lines;
    }

    public boolean isMore() {
        return more;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
