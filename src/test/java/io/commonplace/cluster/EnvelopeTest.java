package io.commonplace.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {
    /** A clone of another version reads these very characters. */
    @Test
    void theFormOnTheGridStays() {
        assertThat(new Envelope("7f-1", "receipt", "member")).hasToString("7f-1\nreceipt\nmember");
        assertThat(Envelope.of("greeting", "")).hasToString("\ngreeting\n");
    }

    @ParameterizedTest
    @CsvSource({"7f-1, pending, a", "'', job, 12", "7f-1, lease, ''"})
    void whatWasWrittenIsRead(String id, String channel, String message) {
        Envelope envelope = new Envelope(id, channel, message);
        assertThat(Envelope.parse(envelope.toString())).isEqualTo(envelope);
    }

    @Test
    void aMessageKeepsItsOwnLines() {
        assertThat(Envelope.parse("\nsettled\n0-1-7\n42\nPAGES 1/a\n"))
                .isEqualTo(Envelope.of("settled", "0-1-7\n42\nPAGES 1/a\n"));
    }

    @Test
    void onlyAMessageWithAnIdentifierIsAcknowledged() {
        assertThat(Envelope.of("job", "12").wantsAcknowledgement()).isFalse();
        assertThat(new Envelope("7f-1", "pending", "a").wantsAcknowledgement()).isTrue();
    }
}
