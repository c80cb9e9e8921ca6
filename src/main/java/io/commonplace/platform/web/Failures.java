package io.commonplace.platform.web;

import io.commonplace.platform.Forbidden;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.OutcomeUnknown;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import io.commonplace.platform.log.LogContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Responds to uncaught exceptions: a refusal shows its message, anything else is a bug and gets an incident id. */
@ApplicationScoped
public class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    /** Without letters and digits that are easily confused, so that an id can be read out. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int DEEPEST_CAUSE = 20;

    /** About the time of a failover. */
    private static final int RETRY_SECONDS = 10;

    private final SecureRandom random = new SecureRandom();
    private final LongAdder incidents = new LongAdder();

    @Inject
    private ErrorPage page;

    public void answer(HttpServletRequest request, HttpServletResponse response, Throwable failure) throws IOException {
        Optional<Refusal> refusal = refusal(failure);
        if (refusal.isPresent()) {
            if (refusal.get() instanceof Unavailable) {
                response.setIntHeader("Retry-After", RETRY_SECONDS);
            }
            page.write(request, response, status(refusal.get()), Messages.text(refusal.get()));
        } else {
            String incident = incident();
            incidents.increment();
            LOG.log(Level.SEVERE, failure, () -> "Incident " + incident + " at " + LogContext.describe());
            page.write(request, response, 500, Messages.text("error.500"), incident);
        }
    }

    /** The number of bugs since this clone started. */
    public long incidents() {
        return incidents.sum();
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (refusal instanceof Unavailable) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        if (refusal instanceof OutcomeUnknown) {
            return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        }
        return refusal instanceof Forbidden ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Finds a refusal among the causes: Faces, EL and transactions wrap exceptions. */
    private static Optional<Refusal> refusal(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST_CAUSE; i++) {
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private String incident() {
        StringBuilder id = new StringBuilder("XXXX-XXXX");
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) != '-') {
                id.setCharAt(i, LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return id.toString();
    }
}
