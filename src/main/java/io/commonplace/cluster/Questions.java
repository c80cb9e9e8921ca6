package io.commonplace.cluster;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import io.commonplace.platform.BestEffort;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Questions to the other clones, on named channels. A question is short, and all clones get it. Its answer may be long, and
 * only the asker gets it. Both may be lost, so who asks needs a timeout.
 */
@ApplicationScoped
public class Questions {
    /** Further ones are dropped: their askers have given up by the time of an answer. */
    private static final int MAX_WAITING = 16;

    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Questions::daemon,
            new ThreadPoolExecutor.DiscardPolicy());

    @Inject
    private HazelcastInstance grid;

    @Inject
    private Broadcast broadcast;

    /** For tests that have a grid of their own. */
    public static Questions of(HazelcastInstance grid) {
        Questions questions = new Questions();
        questions.grid = grid;
        questions.broadcast = Broadcast.of(grid);
        return questions;
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
    }

    /**
     * Answers the questions on {@code channel}, one after the other, on a thread that may block.
     *
     * @param answers empty if this clone doesn't answer; so is a failure, which is logged
     */
    public void on(String channel, Function<String, Optional<byte[]>> answers) {
        broadcast.on(channel, text -> {
            Question question = Question.parse(text);
            thread.execute(() -> BestEffort.run("answering on " + channel, () -> answer(question, answers)));
        });
    }

    private void answer(Question question, Function<String, Optional<byte[]>> answers) {
        answers.apply(question.text())
                .map(question::answered)
                .ifPresent(answer -> grid.<byte[]>getTopic(question.answers()).publish(answer));
    }

    /** Begins to ask. Close it, or the other clones keep its topic in mind until they restart. */
    public Conversation begin() {
        ITopic<byte[]> answers = grid.getTopic("commonplace-answers-" + UUID.randomUUID());
        return new Conversation(broadcast, answers);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "answers");
        thread.setDaemon(true);
        return thread;
    }
}
