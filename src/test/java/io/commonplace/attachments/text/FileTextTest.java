package io.commonplace.attachments.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FileTextTest {
    private final FileText text = new FileText("hash", Instant.EPOCH);

    @Test
    void aTextThatIsReadIsNewUnlessItIsEmpty() {
        assertThat(text.end(Extraction.read("words"), Instant.EPOCH)).isTrue();
        assertThat(text.state()).isEqualTo(FileText.State.READ);
        assertThat(new FileText("hash", Instant.EPOCH).end(Extraction.read(""), Instant.EPOCH))
                .isFalse();
    }

    @Test
    void whatIsCertainIsNotTriedAgain() {
        text.begin();
        text.end(Extraction.failed(ExtractionFailure.ENCRYPTED), Instant.EPOCH);
        assertThat(text.state()).isEqualTo(FileText.State.FAILED);
        assertThat(text.reason()).isEqualTo(ExtractionFailure.ENCRYPTED);
    }

    @Test
    void aFileThatEndsItsProcessIsGivenUpAfterThreeAttempts() {
        for (int i = 1; i < FileText.MAX_ATTEMPTS; i++) {
            text.begin();
            text.end(Extraction.failed(ExtractionFailure.MEMORY), Instant.EPOCH);
            assertThat(text.state()).isEqualTo(FileText.State.PENDING);
        }
        text.begin();
        text.end(Extraction.failed(ExtractionFailure.TIME), Instant.EPOCH);
        assertThat(text.state()).isEqualTo(FileText.State.FAILED);
        assertThat(text.reason()).isEqualTo(ExtractionFailure.TIME);
    }

    @Test
    void attemptsThatNeverEndAreCounted() {
        for (int i = 0; i < FileText.MAX_ATTEMPTS; i++) {
            text.begin();
            assertThat(text.isExhausted()).isFalse();
        }
        text.begin();
        assertThat(text.isExhausted()).isTrue();
    }
}
