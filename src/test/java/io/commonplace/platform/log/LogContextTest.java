package io.commonplace.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogContextTest {
    @Test
    void aStepKeepsTheRequestThatStartedIt() {
        try (LogContext outer = LogContext.ofRequest("abc-1", "a message");
                LogContext inner = LogContext.ofStep(12, 345, "step 345 of job 12")) {
            assertThat(LogContext.request()).isEqualTo("abc-1");
            assertThat(LogContext.job()).isEqualTo("12");
            assertThat(LogContext.step()).isEqualTo("345");
            assertThat(LogContext.describe()).isEqualTo("step 345 of job 12, request abc-1");
        }
    }

    @Test
    void closingAContextRestoresTheOuterOne() {
        try (LogContext outer = LogContext.ofRequest("abc-1", "GET /")) {
            try (LogContext inner = LogContext.ofStep(12, 345, "a step")) {
                assertThat(LogContext.job()).isEqualTo("12");
            }
            assertThat(LogContext.job()).isEmpty();
            assertThat(LogContext.describe()).isEqualTo("GET /, request abc-1");
        }
        assertThat(LogContext.describe()).isEqualTo("the clone itself");
        assertThat(LogContext.request()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\nb",
                "\"}",
                "é",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void aTextThatIsNoRequestIdIsIgnored(String claimed) {
        try (LogContext logContext = LogContext.ofRequest(claimed, "GET /")) {
            assertThat(LogContext.request()).isEmpty();
            assertThat(LogContext.describe()).isEqualTo("GET /");
        }
    }
}
