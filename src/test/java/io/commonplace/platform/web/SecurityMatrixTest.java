package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** src/docs/security.md lists all endpoints and who may use them. An endpoint that is missing there fails here. */
class SecurityMatrixTest {
    private static final Set<String> ANSWERS = Set.of("ok", "sign in", "400", "401", "403", "404", "405", "form");

    @Test
    void everyEndpointIsInTheMatrixAndNoOther() throws Exception {
        assertThat(SecurityMatrix.rows().stream()
                        .map(SecurityMatrix.Row::endpoint)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Endpoints.all().stream().map(Endpoint::key).distinct().toList());
    }

    @Test
    void everyAnswerIsOneOfThoseThatTheMatrixExplains() throws Exception {
        assertThat(SecurityMatrix.rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(ANSWERS).containsAll(row.answers().values()));
    }

    @Test
    void theEndpointsComeFromAllKindsOfCode() {
        assertThat(Endpoints.all().stream().map(Endpoint::key))
                .contains(
                        "GET /login",
                        "GET /metrics",
                        "POST /jobs/* jobCancel.cancel",
                        "POST /admin/person personPage.deactivate",
                        "GET /files/*",
                        "POST /draft/discard",
                        "WEBSOCKET /live/jobs/{id}");
    }
}
