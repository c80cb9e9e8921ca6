package io.commonplace.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the metrics of the broker's queues by management messages. The role of this account can only read them.
 *
 * @see <a href="https://artemis.apache.org/components/artemis/documentation/latest/management.html">Artemis: Management</a>
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Queues {
    private static final Logger LOG = Logger.getLogger(Queues.class.getName());
    private static final String DEAD_LETTERS = "DLQ";
    public static final List<String> NAMES = List.of("jobs.fast", "jobs.bulk", DEAD_LETTERS);
    private static final int TIMEOUT_MILLIS = 800;

    /** A reply is a list in JSON with one number, or with null if the oldest message is gone. */
    private static final Pattern NUMBER = Pattern.compile("\\[\\s*(\\d+|null)\\s*]");

    @Resource(lookup = "jms/connectionFactory")
    private ConnectionFactory broker;

    /** The queues, dead letters last; empty if the broker doesn't answer. */
    public Optional<List<QueueMetrics>> metrics() {
        try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            TemporaryQueue replies = context.createTemporaryQueue();
            try (JMSConsumer consumer = context.createConsumer(replies)) {
                Conversation conversation = new Conversation(context, replies, consumer);
                List<QueueMetrics> metrics = new ArrayList<>();
                for (String name : NAMES) {
                    metrics.add(metrics(conversation, name));
                }
                return Optional.of(metrics);
            }
        } catch (JMSRuntimeException | JMSException e) {
            LOG.log(Level.FINE, "The broker doesn't answer queries for its queues", e);
            return Optional.empty();
        }
    }

    private static QueueMetrics metrics(Conversation conversation, String queue) throws JMSException {
        long all = conversation.query(queue, "messageCount");
        long inProgress = conversation.query(queue, "deliveringCount");
        long consumers = conversation.query(queue, "consumerCount");
        Duration age = Duration.ofMillis(all == 0 ? 0 : conversation.query(queue, "firstMessageAge"));
        return new QueueMetrics(
                queue, Math.max(0, all - inProgress), inProgress, consumers, age, queue.equals(DEAD_LETTERS));
    }

    private record Conversation(JMSContext context, TemporaryQueue replies, JMSConsumer consumer) {
        long query(String queue, String attribute) throws JMSException {
            Queue management = context.createQueue("activemq.management");
            Message request = context.createMessage();
            request.setStringProperty("_AMQ_ResourceName", "queue." + queue);
            request.setStringProperty("_AMQ_Attribute", attribute);
            request.setJMSReplyTo(replies);
            context.createProducer().send(management, request);
            Message reply = consumer.receive(TIMEOUT_MILLIS);
            if (!(reply instanceof TextMessage text)) {
                throw new JMSException("No reply about " + queue);
            }
            Matcher number = NUMBER.matcher(text.getText());
            if (!number.find()) {
                throw new JMSException("A reply without a number: " + text.getText());
            }
            return number.group(1).equals("null") ? 0 : Long.parseLong(number.group(1));
        }
    }
}
