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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells something to all clones, this one included, on a named channel. Only strings travel, so that two versions of the
 * application understand each other. Delivery is best effort; a {@link AcknowledgedBroadcast} says who has got it.
 *
 * <p>Receipts take the same way as messages, and what one member sends arrives in its order: whoever has a receipt of a
 * member has got all that it had said before.
 */
@ApplicationScoped
public class Broadcast {
    private static final String SEPARATOR = "\n";
    private static final String RECEIPT = "receipt";
    private static final String GREETING = "greeting";
    private static final String FAREWELL = "farewell";

    /** In this time it hears of all others: each says something four times a second. */
    private static final Duration LISTENING = Duration.ofSeconds(2);

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final long began = System.nanoTime();

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    /** Members that have said something: the others run, but the application on them doesn't yet. */
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    /** When each member was given its last receipt on request. */
    private final Map<String, Long> granted = new ConcurrentHashMap<>();

    private final Map<String, AcknowledgedBroadcast> open = new ConcurrentHashMap<>();

    @Inject
    HazelcastInstance grid;

    private ITopic<String> messages;
    private UUID listener;

    @PostConstruct
    void listen() {
        messages = grid.getTopic("commonplace-messages");
        listener = messages.addMessageListener(this::receive);
        send(GREETING, "");
    }

    /** The member may stay without the application; what it said last must be that it says nothing any more. */
    @PreDestroy
    void stop() {
        messages.removeMessageListener(listener);
        send(FAREWELL, "");
    }

    /** Runs {@code listener} in a thread of the grid for each message on {@code channel}; it must not block. */
    public void on(String channel, Consumer<String> listener) {
        listeners.put(channel, (sender, message) -> {
            listener.accept(message);
            return true;
        });
    }

    /** Gives the sender of a message on {@code channel} a receipt if that is granted. @param granted by the sender's identifier as a member */
    public void onRequest(String channel, Predicate<String> granted) {
        listeners.put(channel, (sender, message) -> {
            boolean given = granted.test(sender);
            if (given) {
                this.granted.put(sender, System.nanoTime());
            }
            return given;
        });
    }

    /**
     * When each member was given its last receipt on request, in the time of {@link System#nanoTime}; also to those that have
     * left since, if it was lately and they have not said farewell.
     */
    public Map<String, Long> lastGrants() {
        return Map.copyOf(granted);
    }

    /** The members on which the application runs, as far as they have been heard of; this one included. */
    public Set<String> heard() {
        Set<String> present = memberIds();
        heard.retainAll(present);
        granted.values().removeIf(at -> System.nanoTime() - at > REMEMBERED.toNanos());
        return Set.copyOf(heard);
    }

    /** Whether all others on which the application runs have been heard of by now, if they say anything. */
    public boolean hasHeardAll() {
        return System.nanoTime() - began > LISTENING.toNanos();
    }

    public void send(String channel, String message) {
        messages.publish(envelope("", channel, message));
    }

    /** @return whether every member that was heard of has dealt with the message within {@code patience} */
    public boolean sendAndAwait(String channel, String message, Duration patience) {
        try (AcknowledgedBroadcast acknowledgedBroadcast = tell(channel, message)) {
            return acknowledgedBroadcast.await(patience);
        }
    }

    /** Sends; the receipts are kept until it is closed. */
    public AcknowledgedBroadcast tell(String channel, String message) {
        String id = UUID.randomUUID().toString();
        AcknowledgedBroadcast acknowledgedBroadcast =
                new AcknowledgedBroadcast(channel, heard(), () -> open.remove(id));
        open.put(id, acknowledgedBroadcast);
        try {
            messages.publish(envelope(id, channel, message));
        } catch (RuntimeException e) {
            // Nobody has got it, so nobody may have missed it: the others would wait for a sign of this clone for ever.
            acknowledgedBroadcast.close();
            throw e;
        }
        return acknowledgedBroadcast;
    }

    /** Whether some message on the channel, not closed yet, may not have reached the member. */
    public boolean mayHaveMissed(String member, String channel) {
        return open.values().stream()
                .anyMatch(acknowledgedBroadcast -> acknowledgedBroadcast.mayBeMissedBy(member, channel));
    }

    private void receive(Message<String> message) {
        String[] parts = message.getMessageObject().split(SEPARATOR, 3);
        String sender = message.getPublishingMember().getUuid().toString();
        if (parts[1].equals(FAREWELL)) {
            heard.remove(sender);
            granted.remove(sender);
            return;
        }
        heard.add(sender);
        if (parts[1].equals(RECEIPT)) {
            receipt(parts[0], parts[2]);
            return;
        }
        Listener known = listeners.get(parts[1]);
        boolean taken = known == null || known.take(sender, parts[2]);
        if (taken && !parts[0].isEmpty()) {
            messages.publish(envelope(parts[0], RECEIPT, localId()));
        }
    }

    private void receipt(String id, String member) {
        AcknowledgedBroadcast acknowledgedBroadcast = open.get(id);
        if (acknowledgedBroadcast != null) {
            acknowledgedBroadcast.received(member);
        }
    }

    private Set<String> memberIds() {
        return grid.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .map(Member::getUuid)
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }

    /** Known to the others as one on which the application runs: they have been greeted. */
    String localId() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    private static String envelope(String id, String channel, String message) {
        return id + SEPARATOR + channel + SEPARATOR + message;
    }

    private interface Listener {
        boolean take(String sender, String message);
    }
}
