package io.commonplace.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.platform.web.Endpoint;
import io.commonplace.platform.web.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private static final Path DESCRIPTION = Path.of("src/main/resources/io/commonplace/operations/web/openapi.yaml");

    private final List<Endpoint> endpoints = Endpoints.all().stream()
            .filter(endpoint -> endpoint.address().startsWith("/api/"))
            .toList();

    @Test
    void everyEndpointOfTheApiIsDescribed() throws Exception {
        List<DescribedApi.Operation> operations = api().operations();
        assertThat(endpoints)
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(operations).anyMatch(operation -> serves(endpoint, operation)));
    }

    @Test
    void nothingIsDescribedThatNoServletServes() throws Exception {
        assertThat(api().operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(endpoints).anyMatch(endpoint -> serves(endpoint, operation)));
    }

    @Test
    void everyOperationSaysHowItRefusesStrangers() throws Exception {
        DescribedApi api = api();
        assertThat(api.operations())
                .allSatisfy(operation -> assertThat(api.content(operation, 401)).containsKey("application/json"));
    }

    private static boolean serves(Endpoint endpoint, DescribedApi.Operation operation) {
        String address = endpoint.address();
        boolean isBelow = address.endsWith("/*") && operation.path().startsWith(address.replace("*", ""));
        return endpoint.method().equals(operation.method())
                && (isBelow || operation.path().equals(address));
    }

    private static DescribedApi api() throws IOException {
        return DescribedApi.parse(Files.readString(DESCRIPTION));
    }
}
