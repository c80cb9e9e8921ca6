package io.commonplace.transfer.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The parameter {@code job} of a request: a job's identifier. */
final class JobParameter {
    private JobParameter() {}

    /** An identifier that no job has, if it is none. */
    static long of(HttpServletRequest request) {
        return of(request.getParameter("job"));
    }

    static long of(@Nullable String written) {
        return written != null && written.matches("\\d{1,18}") ? Long.parseLong(written) : 0;
    }
}
