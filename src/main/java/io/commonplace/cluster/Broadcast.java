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
 * Sends messages to all clones, this one included, on named channels. Messages are strings, so that two versions of the
 * application understand each other. Delivery is best effort; an {@link AcknowledgedBroadcast} knows which members have
 * received its message.
 *
 * <p>Acknowledgements are sent like messages, and the messages of one member arrive in order. So a clone that has received a
 * member's acknowledgement has also received everything that the member sent before it.
 */
@ApplicationScoped
public class Broadcast {
    private static final String ACKNOWLEDGEMENT = "receipt";
    private static final String GREETING = "greeting";
    private static final String FAREWELL = "farewell";

    /** After this time all other members are known: each sends four messages a second. */
    private static final Duration DISCOVERY_TIME = Duration.ofSeconds(2);

    private static final Duration GRANTS_KEPT = Duration.ofSeconds(10);

    private final long began = System.nanoTime();

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();

    /** Members that have sent a message. On others the application doesn't run yet. */
    private final Set<String> active = ConcurrentHashMap.newKeySet();

    /** The time of each member's last granted request. */
    private final Map<String, Long> grants = new ConcurrentHashMap<>();

    private final Map<String, AcknowledgedBroadcast> open = new ConcurrentHashMap<>();

    @Inject
    private HazelcastInstance grid;

    private ITopic<String> messages;
    private UUID listener;

    static Broadcast of(HazelcastInstance grid) {
        Broadcast broadcast = new Broadcast();
        broadcast.grid = grid;
        broadcast.listen();
        return broadcast;
    }

    @PostConstruct
    void listen() {
        messages = grid.getTopic("commonplace-messages");
        listener = messages.addMessageListener(this::receive);
        send(GREETING, "");
    }

    /** The farewell must be the last message: the member may stay in the grid without the application. */
    @PreDestroy
    void stop() {
        messages.removeMessageListener(listener);
        send(FAREWELL, "");
    }

    /** Runs {@code listener} for each message on {@code channel}, in a thread of the grid; it must not block. */
    public void on(String channel, Consumer<String> listener) {
        listeners.put(channel, (sender, message) -> {
            listener.accept(message);
            return true;
        });
    }

    /**
     * Acknowledges a message on {@code channel} only if it is granted.
     *
     * @param isGranted gets the sender's identifier as a member
     */
    public void onRequest(String channel, Predicate<String> isGranted) {
        listeners.put(channel, (sender, message) -> {
            boolean granted = isGranted.test(sender);
            if (granted) {
                grants.put(sender, System.nanoTime());
            }
            return granted;
        });
    }

    /**
     * The time of each member's last granted request, in the time of {@link System#nanoTime}. It includes members that have
     * left the grid without a farewell in the last ten seconds.
     */
    public Map<String, Long> lastGrants() {
        return Map.copyOf(grants);
    }

    /** The members that are known to run the application, this one included. */
    public Set<String> activeMembers() {
        active.retainAll(memberIds());
        grants.values().removeIf(at -> System.nanoTime() - at > GRANTS_KEPT.toNanos());
        return Set.copyOf(active);
    }

    /** Whether this clone has run long enough to know all members that run the application. */
    public boolean knowsAllMembers() {
        return System.nanoTime() - began > DISCOVERY_TIME.toNanos();
    }

    public void send(String channel, String message) {
        publish(Envelope.of(channel, message));
    }

    /** @return whether every known member has handled the message within {@code timeout} */
    public boolean sendAndAwait(String channel, String message, Duration timeout) {
        try (AcknowledgedBroadcast sent = sendAcknowledged(channel, message)) {
            return sent.await(timeout);
        }
    }

    /** Sends a message. Its acknowledgements are collected until it is closed. */
    public AcknowledgedBroadcast sendAcknowledged(String channel, String message) {
        String id = UUID.randomUUID().toString();
        AcknowledgedBroadcast sent = new AcknowledgedBroadcast(channel, activeMembers(), () -> open.remove(id));
        open.put(id, sent);
        try {
            publish(new Envelope(id, channel, message));
        } catch (RuntimeException e) {
            // No member has got it, so none may count as having missed it: this clone would never grant a lease again.
            sent.close();
            throw e;
        }
        return sent;
    }

    /** Whether a message on the channel that is still open may not have reached the member. */
    public boolean mayHaveMissed(String member, String channel) {
        return open.values().stream().anyMatch(sent -> sent.mayBeMissedBy(member, channel));
    }

    private void receive(Message<String> message) {
        Envelope envelope = Envelope.parse(message.getMessageObject());
        String sender = message.getPublishingMember().getUuid().toString();
        if (envelope.channel().equals(FAREWELL)) {
            active.remove(sender);
            grants.remove(sender);
            return;
        }
        active.add(sender);
        if (envelope.channel().equals(ACKNOWLEDGEMENT)) {
            acknowledge(envelope.id(), envelope.message());
            return;
        }
        Listener known = listeners.get(envelope.channel());
        boolean acknowledged = known == null || known.handle(sender, envelope.message());
        if (acknowledged && envelope.wantsAcknowledgement()) {
            publish(new Envelope(envelope.id(), ACKNOWLEDGEMENT, localId()));
        }
    }

    private void acknowledge(String id, String member) {
        AcknowledgedBroadcast sent = open.get(id);
        if (sent != null) {
            sent.acknowledge(member);
        }
    }

    private Set<String> memberIds() {
        return grid.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .map(Member::getUuid)
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }

    /** The identifier by which the other members know this clone since its greeting. */
    String localId() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    private void publish(Envelope envelope) {
        messages.publish(envelope.toString());
    }

    private interface Listener {
        /** @return whether to acknowledge the message */
        boolean handle(String sender, String message);
    }
}
