package io.commonplace.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses a sender without a broker. */
class JobSenderTest {
    private static final Logger LOG = Logger.getLogger(JobSender.class.getName());

    private final JobSender sender = new JobSender();
    private final BlockingQueue<Level> logged = new LinkedBlockingQueue<>();
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
        sender.stop();
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void everyFailureIsLogged() throws InterruptedException {
        send();
        assertThat(logged.poll(20, TimeUnit.SECONDS)).isEqualTo(Level.WARNING);
    }

    /** The steps are committed by then, so the caller must not fail. */
    @Test
    void aCloneThatStopsLeavesTheMessagesToOthers() {
        sender.stop();
        assertThatCode(this::send).doesNotThrowAnyException();
    }

    private void send() {
        sender.send(JobKind.Lane.FAST, List.of(1L), null, Origin.UNKNOWN);
    }
}
