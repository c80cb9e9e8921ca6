package io.commonplace.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeriodicTaskTest {
    private static final Logger LOG = Logger.getLogger(PeriodicTask.class.getName());

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Level> logged = new ArrayList<>();
    private final PeriodicTask task = new PeriodicTask("periodic-task-test", this::work);
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void end() {
        task.close();
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void aTaskThatHasThrownRunsAgain() {
        failure.set(new IllegalStateException("The grid is gone"));
        task.start(Duration.ZERO, Duration.ofMillis(1));
        await("the next runs").atMost(Duration.ofSeconds(20)).until(() -> runs.get() > 2);
    }

    @Test
    void anErrorDoesNotStopItEither() {
        failure.set(new OutOfMemoryError("for once"));
        task.start(Duration.ZERO, Duration.ofMillis(1));
        await("the next runs").atMost(Duration.ofSeconds(20)).until(() -> runs.get() > 2);
    }

    @Test
    void onAnExecutorItRunsOnceAtATime() {
        List<Runnable> submitted = new ArrayList<>();
        task.runOn(submitted::add);
        task.runOn(submitted::add);
        assertThat(submitted).as("while it is running").hasSize(1);

        failure.set(new IllegalStateException("The grid is gone"));
        submitted.get(0).run();
        task.runOn(submitted::add);
        assertThat(submitted).as("after it has failed").hasSize(2);
    }

    @Test
    void anExecutorThatRejectsItDoesNotStopIt() {
        task.runOn(work -> {
            throw new RejectedExecutionException("shutting down");
        });
        List<Runnable> submitted = new ArrayList<>();
        task.runOn(submitted::add);
        assertThat(submitted).hasSize(1);
    }

    @Test
    void aFailureIsLoggedOnceAndWhenItIsOver() {
        failure.set(new IllegalStateException("The grid is gone"));
        task.run();
        task.run();
        task.run();
        assertThat(logged).containsExactly(Level.WARNING);

        failure.set(null);
        task.run();
        task.run();
        assertThat(logged).containsExactly(Level.WARNING, Level.INFO);

        failure.set(new IllegalStateException("The grid is gone again"));
        task.run();
        assertThat(logged).containsExactly(Level.WARNING, Level.INFO, Level.WARNING);
    }

    @Test
    void anotherFailureIsLoggedAsWell() {
        failure.set(new IllegalStateException("The grid is gone"));
        task.run();
        failure.set(new NullPointerException());
        task.run();
        failure.set(new IllegalStateException("The grid is gone"));
        task.run();
        assertThat(logged).containsExactly(Level.WARNING, Level.WARNING);
    }

    @Test
    void itStopsWhenItIsClosed() {
        task.start(Duration.ZERO, Duration.ofMillis(1));
        await("a run").atMost(Duration.ofSeconds(20)).until(() -> runs.get() > 0);
        task.close();
        int before = runs.get();
        await("no further run")
                .during(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(20))
                .until(() -> runs.get() == before);
    }

    private void work() {
        runs.incrementAndGet();
        Throwable now = failure.get();
        if (now instanceof Error error) {
            throw error;
        }
        if (now instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
