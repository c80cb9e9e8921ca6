package io.commonplace.cluster;

import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Questions of one asker, who alone gets the answers. */
public final class Conversation implements AutoCloseable {
    private final Broadcast broadcast;
    private final ITopic<byte[]> answers;
    private final Map<UUID, CompletableFuture<byte[]>> open = new ConcurrentHashMap<>();

    Conversation(Broadcast broadcast, ITopic<byte[]> answers) {
        this.broadcast = broadcast;
        this.answers = answers;
        answers.addMessageListener(this::receive);
    }

    /** Asks all clones, this one included. @return the first answer; empty if there is none within {@code timeout} */
    public Optional<byte[]> ask(String channel, String text, Duration timeout) {
        UUID id = UUID.randomUUID();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        open.put(id, answer);
        try {
            tell(channel, id, text);
            return Optional.of(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer can't fail", e);
        } catch (TimeoutException e) {
            return Optional.empty();
        } finally {
            open.remove(id);
        }
    }

    /** Says something that nobody answers. */
    public void tell(String channel, String text) {
        tell(channel, UUID.randomUUID(), text);
    }

    private void tell(String channel, UUID id, String text) {
        broadcast.send(channel, new Question(answers.getName(), id, text).toString());
    }

    private void receive(Message<byte[]> message) {
        CompletableFuture<byte[]> asked = open.get(Question.idOf(message.getMessageObject()));
        if (asked != null) {
            asked.complete(Question.answerIn(message.getMessageObject()));
        }
    }

    @Override
    public void close() {
        answers.destroy();
    }
}
