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
 * How full the broker's queues are. The broker answers management messages; this account's role may only look at the
 * queues.
 *
 * @see <a href="https://artemis.apache.org/components/artemis/documentation/latest/management.html">Artemis: Management</a>
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Queues {
    private static final Logger LOG = Logger.getLogger(Queues.class.getName());
    private static final String DEAD_LETTERS = "DLQ";
    public static final List<String> NAMES = List.of("jobs.fast", "jobs.bulk", DEAD_LETTERS);
    private static final int PATIENCE_MILLIS = 800;

    /** The answer is a list in JSON with one number, or with null where there is no oldest message any more. */
    private static final Pattern NUMBER = Pattern.compile("\\[\\s*(\\d+|null)\\s*]");

    @Resource(lookup = "jms/connectionFactory")
    private ConnectionFactory broker;

    /** The queues with the dead letters last; empty if the broker doesn't answer. */
    public Optional<List<QueueMetrics>> figures() {
        try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            TemporaryQueue replies = context.createTemporaryQueue();
            try (JMSConsumer consumer = context.createConsumer(replies)) {
                Conversation conversation = new Conversation(context, replies, consumer);
                List<QueueMetrics> figures = new ArrayList<>();
                for (String name : NAMES) {
                    figures.add(figures(conversation, name));
                }
                return Optional.of(figures);
            }
        } catch (JMSRuntimeException | JMSException e) {
            LOG.log(Level.FINE, "The broker doesn't tell about its queues", e);
            return Optional.empty();
        }
    }

    private static QueueMetrics figures(Conversation conversation, String queue) throws JMSException {
        long all = conversation.ask(queue, "messageCount");
        long inWork = conversation.ask(queue, "deliveringCount");
        long consumers = conversation.ask(queue, "consumerCount");
        Duration age = Duration.ofMillis(all == 0 ? 0 : conversation.ask(queue, "firstMessageAge"));
        return new QueueMetrics(queue, Math.max(0, all - inWork), inWork, consumers, age, queue.equals(DEAD_LETTERS));
    }

    private record Conversation(JMSContext context, TemporaryQueue replies, JMSConsumer consumer) {
        long ask(String queue, String attribute) throws JMSException {
            Queue management = context.createQueue("activemq.management");
            Message question = context.createMessage();
            question.setStringProperty("_AMQ_ResourceName", "queue." + queue);
            question.setStringProperty("_AMQ_Attribute", attribute);
            question.setJMSReplyTo(replies);
            context.createProducer().send(management, question);
            Message answer = consumer.receive(PATIENCE_MILLIS);
            if (!(answer instanceof TextMessage text)) {
                throw new JMSException("No answer about " + queue);
            }
            Matcher number = NUMBER.matcher(text.getText());
            if (!number.find()) {
                throw new JMSException("An answer without a number: " + text.getText());
            }
            return number.group(1).equals("null") ? 0 : Long.parseLong(number.group(1));
        }
    }
}
