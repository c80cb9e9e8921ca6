package io.commonplace.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.commonplace.cluster.Members;
import io.commonplace.inside.InsideVisitor;
import io.commonplace.inside.TestClone;
import io.commonplace.pages.SpaceHead;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class StepsIT {
    private static final String CHECK = "import-check";

    @Inject
    private InsideVisitor visitor;

    @Inject
    private StepsByHand byHand;

    @Inject
    private StepClaim claims;

    @Inject
    private StepTransactions transactions;

    @Inject
    private BrokerlessWorker brokerlessWorker;

    @Inject
    private Jobs jobs;

    @Inject
    private JobQueries reports;

    @Inject
    private Members members;

    @Resource(lookup = "jms/connectionFactory")
    private ConnectionFactory broker;

    @Deployment
    static WebArchive war() {
        return TestClone.war();
    }

    @Test
    void aWorkerThatWasTakenForDeadCannotCommit() {
        long step = byHand.add(anImport());
        StepClaim.Claimed first = claim(step);
        transactions.release(first.step());
        StepClaim.Claimed second = claim(step);

        assertThatThrownBy(() ->
                        transactions.commit(first.step(), 1, commit -> commit.problem("late", "Written too late")))
                .isInstanceOf(StepLost.class);
        assertThat(problems(first.job().id())).isEmpty();

        transactions.commit(
                second.step(), 1, commit -> commit.problem("in time", "Written by the worker that has the step"));
        assertThat(problems(first.job().id())).containsExactly("in time");
        assertThat(state(first.job().id())).isEqualTo(JobState.DONE);
    }

    @Test
    void aStepIsClaimedByOneWorkerOnly() {
        long step = byHand.add(anImport());
        StepClaim.Claimed first = claim(step);

        assertThat(claims.claim(step, "another@" + members.self())).isNull();

        transactions.commit(first.step(), 1, commit -> {});
        assertThat(claims.claim(step, members.self()))
                .as("a claim of a step that is done")
                .isNull();
    }

    @Tag("thorough")
    @Test
    void aStepThatFailsFourTimesFailsItsJobAndItsMessageIsADeadLetter() {
        long job = jobs.submit(anImport(), steps -> steps.addSteps("a step that no import has", 1, 1));

        await().atMost(Duration.ofMinutes(2)).until(() -> state(job) == JobState.FAILED);
        assertThat(problems(job)).containsExactly("a step that no import has");
        await("a dead letter")
                .atMost(Duration.ofMinutes(1))
                .until(() -> deadLetters().stream()
                        .map(byHand::get)
                        .anyMatch(step -> step.jobId() == job && step.attempts() == JobStep.MAX_ATTEMPTS));
    }

    @Test
    void theMessagesOfAJobThatGetsOnAreNotSentAgain() {
        Duration later = Duration.ofHours(2);
        long claimed = byHand.add(aCheck());
        long waiting = byHand.addBeside(claimed);
        long ofAnotherJob = byHand.add(aCheck());
        byHand.claimAfter(later, claimed, "test-" + members.self());

        assertThat(byHand.overdueAfter(later.plusSeconds(1)))
                .contains(ofAnotherJob)
                .doesNotContain(waiting);
        assertThat(byHand.overdueAfter(later.plusSeconds(10))).contains(waiting);
    }

    @Test
    void theBrokerlessWorkerContinuesAfterAFailedStep() {
        long first = byHand.add(anImport());
        long second = byHand.add(anImport());

        await("an attempt at the second one").atMost(Duration.ofMinutes(1)).until(() -> {
            // Repeated, because it does nothing while this clone is busy.
            brokerlessWorker.offer(List.of(first, second), null);
            return byHand.get(second).attempts() > 0;
        });
        assertThat(byHand.get(first).attempts()).isPositive();
    }

    private StepClaim.Claimed claim(long step) {
        // Not this clone's own name: the sweep would release a step that it has claimed and no thread runs.
        return Objects.requireNonNull(claims.claim(step, "test-" + members.self()));
    }

    private NewJob anImport() {
        SpaceHead space = visitor.spaceWithAPage();
        String order = """
                {"spaceId": %d, "spaceSlug": "%s", "uploadId": 0, "fileName": "a.zip", "authorId": 1, "authorName": "A"}""".formatted(space.id(), space.slug());
        return new NewJob("import", "A job of this test", order, "admin");
    }

    /** A job that may stay open: while an import does, no content is deleted. */
    private NewJob aCheck() {
        NewJob job = anImport();
        return new NewJob(CHECK, job.title(), job.payload(), job.createdBy());
    }

    private JobState state(long job) {
        return reports.status(job).orElseThrow().state();
    }

    private List<String> problems(long job) {
        return reports.notes(job, 0, 10).stream()
                .filter(note -> note.getSeverity() == JobNote.Severity.PROBLEM)
                .map(JobNote::getSubject)
                .toList();
    }

    private List<Long> deadLetters() throws JMSException {
        List<Long> steps = new ArrayList<>();
        try (JMSContext context = broker.createContext();
                QueueBrowser browser = context.createBrowser(context.createQueue("DLQ"))) {
            for (Object letter : Collections.list(browser.getEnumeration())) {
                steps.add(
                        Long.parseLong(((Message) letter).getBody(String.class).split(" ")[0]));
            }
        }
        return steps;
    }
}
