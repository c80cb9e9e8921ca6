package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuestionsTest {
    @RegisterExtension
    static final TestGrid GRID = new TestGrid(2);

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Questions here;
    private Questions there;

    @BeforeEach
    void begin() {
        here = Questions.of(GRID.member(0));
        there = Questions.of(GRID.member(1));
    }

    @AfterEach
    void end() {
        here.stop();
        there.stop();
    }

    @Test
    void anotherCloneAnswers() {
        here.on("names", question -> Optional.empty());
        there.on("names", question -> Optional.of(bytes(question + "!")));
        try (Conversation conversation = here.begin()) {
            assertThat(conversation.ask("names", "first\nsecond", TIMEOUT)).contains(bytes("first\nsecond!"));
        }
    }

    @Test
    void anAnswerMayBeLong() {
        byte[] answer = new byte[1 << 20];
        Arrays.fill(answer, (byte) 7);
        there.on("bytes", question -> Optional.of(answer));
        try (Conversation conversation = here.begin()) {
            assertThat(conversation.ask("bytes", "", TIMEOUT)).contains(answer);
        }
    }

    @Test
    void eachQuestionGetsItsOwnAnswer() {
        there.on("echo", question -> Optional.of(bytes(question)));
        try (Conversation one = here.begin();
                Conversation other = here.begin()) {
            for (int i = 0; i < 50; i++) {
                assertThat(one.ask("echo", "one " + i, TIMEOUT)).contains(bytes("one " + i));
                assertThat(other.ask("echo", "other " + i, TIMEOUT)).contains(bytes("other " + i));
            }
        }
    }

    @Test
    void aFailureIsNoAnswerAndTheNextQuestionGetsOne() {
        AtomicInteger asked = new AtomicInteger();
        there.on("sometimes", question -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("for the test");
            }
            return Optional.of(bytes("yes"));
        });
        try (Conversation conversation = here.begin()) {
            assertThat(conversation.ask("sometimes", "", Duration.ofMillis(300)))
                    .isEmpty();
            assertThat(conversation.ask("sometimes", "", TIMEOUT)).contains(bytes("yes"));
        }
    }

    @Test
    void nobodyAnswersOnAChannelThatNobodyKnows() {
        try (Conversation conversation = here.begin()) {
            assertThat(conversation.ask("unknown", "", Duration.ofMillis(100))).isEmpty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
