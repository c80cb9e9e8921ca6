package io.commonplace.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the configuration of the server's two listeners. DoorsIT checks the plain one with requests. */
class ListenersTest {
    @ParameterizedTest
    @ValueSource(strings = {"http-listener", "https-listener"})
    void bothListenersSwitchOffTheSameFeatures(String listener) throws IOException {
        String prefix = "set configs.config.server-config.network-config.protocols.protocol." + listener + ".http.";
        assertThat(Files.readAllLines(Path.of("payara-config/pre-boot")))
                .contains(
                        prefix + "http2-enabled=false",
                        prefix + "xframe-options=false",
                        prefix + "server-header=false",
                        prefix + "xpowered-by=false",
                        prefix + "max-form-post-size-bytes=" + FormFilter.MAX_SIZE);
    }
}
