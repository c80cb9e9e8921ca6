package io.commonplace.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrandTest {
    @Test
    void aStepKeepsTheRequestThatAskedForIt() {
        try (Errand outer = Errand.ofRequest("abc-1", "a message");
                Errand inner = Errand.ofStep(12, 345, "step 345 of job 12")) {
            assertThat(Errand.request()).isEqualTo("abc-1");
            assertThat(Errand.job()).isEqualTo("12");
            assertThat(Errand.step()).isEqualTo("345");
            assertThat(Errand.now()).isEqualTo("step 345 of job 12, request abc-1");
        }
    }

    @Test
    void afterAnErrandTheOneBeforeGoesOn() {
        try (Errand outer = Errand.ofRequest("abc-1", "GET /")) {
            try (Errand inner = Errand.ofStep(12, 345, "a step")) {
                assertThat(Errand.job()).isEqualTo("12");
            }
            assertThat(Errand.job()).isEmpty();
            assertThat(Errand.now()).isEqualTo("GET /, request abc-1");
        }
        assertThat(Errand.now()).isEqualTo("the clone itself");
        assertThat(Errand.request()).isEmpty();
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
    void whatHasNotTheFormOfARequestsNumberIsNone(String claimed) {
        try (Errand errand = Errand.ofRequest(claimed, "GET /")) {
            assertThat(Errand.request()).isEmpty();
            assertThat(Errand.now()).isEqualTo("GET /");
        }
    }
}
