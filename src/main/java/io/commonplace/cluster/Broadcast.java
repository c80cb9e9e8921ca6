package io.commonplace.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells something to all clones, this one included, on a named channel. Only strings travel, so that two versions of the
 * application understand each other. Delivery is best effort; {@link #sendAndAwait} says whether all have got it.
 */
@ApplicationScoped
public class Broadcast {
    private static final String SEPARATOR = "\n";

    private final Map<String, Consumer<String>> listeners = new ConcurrentHashMap<>();
    private final Map<String, Pending> waiting = new ConcurrentHashMap<>();

    @Inject
    private HazelcastInstance grid;

    private ITopic<String> messages;
    private ITopic<String> receipts;
    private UUID messageListener;
    private UUID receiptListener;

    @PostConstruct
    void listen() {
        messages = grid.getTopic("commonplace-messages");
        receipts = grid.getTopic("commonplace-receipts");
        messageListener = messages.addMessageListener(this::receive);
        receiptListener = receipts.addMessageListener(this::receipt);
    }

    @PreDestroy
    void stop() {
        messages.removeMessageListener(messageListener);
        receipts.removeMessageListener(receiptListener);
    }

    /** Runs {@code listener} in a thread of the grid for each message on {@code channel}; it must not block. */
    public void on(String channel, Consumer<String> listener) {
        listeners.put(channel, listener);
    }

    public void send(String channel, String message) {
        messages.publishAsync(envelope("", channel, message));
    }

    /** @return whether every member has dealt with the message within {@code patience} */
    public boolean sendAndAwait(String channel, String message, Duration patience) {
        String id = UUID.randomUUID().toString();
        Pending pending = new Pending(memberIds());
        waiting.put(id, pending);
        try {
            messages.publish(envelope(id, channel, message));
            return pending.await(patience);
        } finally {
            waiting.remove(id);
        }
    }

    private void receive(Message<String> message) {
        String[] parts = message.getMessageObject().split(SEPARATOR, 3);
        Consumer<String> listener = listeners.get(parts[1]);
        if (listener != null) {
            listener.accept(parts[2]);
        }
        if (!parts[0].isEmpty()) {
            receipts.publishAsync(parts[0] + SEPARATOR + localId());
        }
    }

    private void receipt(Message<String> message) {
        String[] parts = message.getMessageObject().split(SEPARATOR, 2);
        Pending pending = waiting.get(parts[0]);
        if (pending != null) {
            pending.received(parts[1]);
        }
    }

    private Set<String> memberIds() {
        return grid.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .map(Member::getUuid)
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }

    private String localId() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    private static String envelope(String id, String channel, String message) {
        return id + SEPARATOR + channel + SEPARATOR + message;
    }

    /** The members whose receipt is still to come. */
    private static final class Pending {
        private final Set<String> members = ConcurrentHashMap.newKeySet();
        private final CountDownLatch empty = new CountDownLatch(1);

        private Pending(Set<String> members) {
            this.members.addAll(members);
        }

        private void received(String member) {
            if (members.remove(member) && members.isEmpty()) {
                empty.countDown();
            }
        }

        private boolean await(Duration patience) {
            try {
                return members.isEmpty() || empty.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
