package io.commonplace.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one clock, in UTC, so that tests can have another. */
@ApplicationScoped
class SystemClock {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
