package io.commonplace.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The balancer's own decisions, for a site with a name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BalancerTest {
    private static final String HOST = "Host: wiki.example:8080\r\nConnection: close";
    private static final String SOCKET = "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    private @Nullable Balancer balancer;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Balancer.HAPROXY.toFile().exists(), "HAProxy is installed");
        balancer = new Balancer(folder, Map.of("COMMONPLACE_SITE", "wiki.example"));
    }

    @AfterAll
    void stop() {
        if (balancer != null) {
            balancer.close();
        }
    }

    @Test
    void aSwitchToAnotherProtocolIsNotPassedOn() {
        assertThat(send(
                        "GET /login HTTP/1.1",
                        "Host: wiki.example",
                        "Connection: Upgrade, HTTP2-Settings, close",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("upgrade: h2c")
                .doesNotContain("http2-settings:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade: h2c, websocket", "Upgrade: websocket\r\nUpgrade: h2c"})
    void aWebSocketWithAnotherProtocolIsNotPassedOn(String upgrade) {
        assertThat(upgraded("/live/jobs/1", upgrade)).doesNotContain("\nupgrade:");
    }

    @Test
    void webSocketsAreOpenedOnlyAtTheirAddresses() {
        assertThat(upgraded("/live/jobs/1", "Upgrade: WebSocket")).contains("\nupgrade: WebSocket");
        assertThat(upgraded("/login", "Upgrade: websocket")).doesNotContain("\nupgrade:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x%",
                "/x%4",
                "/%u006d",
                "/a;b",
                "/a//b",
                "/a/./b",
                "/a/..",
                "/%2E%2e/x",
                "/a%2Fb",
                "/a%5cb",
                "/a%00",
                "/a%0a",
                "/a%7F",
                "/a\\b",
                "*"
            })
    void anAddressWithTwoReadingsIsRefused(String path) {
        assertThat(send("GET " + path + " HTTP/1.1", HOST)).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/s/a/b/", "/a%3Bb", "/.x/..b", "/%D0%B1%25", "/a?b=;//", "http://wiki.example:8080/a"})
    void otherAddressesArePassedOn(String path) {
        assertThat(send("GET " + path + " HTTP/1.1", HOST)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRequestForAnotherSiteIsRefused() {
        assertThat(send("GET / HTTP/1.1", "Host: evil.example", "Connection: close"))
                .startsWith("HTTP/1.1 421");
        assertThat(send("GET / HTTP/1.1", "Host: 127.0.0.2", "Connection: close"))
                .startsWith("HTTP/1.1 421");
        assertThat(send("GET / HTTP/1.1", "Host: WIKI.example", "Connection: close"))
                .startsWith("HTTP/1.1 200");
        assertThat(send("GET / HTTP/1.1", "Host: 127.0.0.1:8080", "Connection: close"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void onlyMethodsWithABodyMaySendOne() {
        assertThat(send("GET /login HTTP/1.1", HOST, "Content-Length: 100")).startsWith("HTTP/1.1 400");
        assertThat(send("GET /login HTTP/1.1", HOST, "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 400");
        assertThat(send("DELETE /s/a HTTP/1.1", HOST)).startsWith("HTTP/1.1 405");
        assertThat(send("POST /assets/site.css HTTP/1.1", HOST, "Content-Length: 100"))
                .startsWith("HTTP/1.1 405");
    }

    @Test
    void theSignInFormMustBeCompleteAndSmall() {
        assertThat(send("POST /login HTTP/1.1", HOST, "Content-Length: 10000")).startsWith("HTTP/1.1 413");
        assertThat(send("POST /%6cogin HTTP/1.1", HOST, "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 400");
        assertThat(send("POST /login HTTP/1.1", HOST, "Content-Length: 100", "", "name="))
                .startsWith("HTTP/1.1 408");
    }

    /** The balancer stops waiting for the form when its buffer is full, and large headers can fill it. */
    @Test
    void aSignInFormBehindLargeHeadersIsNotPassedOnInPart() {
        String headers = "X-Filling: " + "x".repeat(5000) + "\r\nX-Filling: " + "x".repeat(5000);
        assertThat(send("POST /login HTTP/1.1", HOST, headers, "Content-Length: 8000", "", "x".repeat(6000)))
                .startsWith("HTTP/1.1 413");
        assertThat(send("POST /login HTTP/1.1", HOST, "Content-Length: 2002", "", "x".repeat(2000)))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/x%", "/metrics"})
    void everyResponseHasTheHeaders(String path) {
        assertThat(send("GET " + path + " HTTP/1.1", HOST))
                .contains("\nx-content-type-options: nosniff")
                .contains("\nx-frame-options: DENY")
                .contains("\nreferrer-policy: same-origin")
                .contains("\ncross-origin-opener-policy: same-origin")
                .contains("\ncross-origin-resource-policy: same-origin")
                .contains("\npermissions-policy: ")
                .contains("\ncontent-security-policy: default-src 'none'");
    }

    @Test
    void aRedirectHasNoHostName() {
        assertThat(send("GET / HTTP/1.1", HOST)).contains("\nlocation: /a?b=c\r\n");
    }

    private String send(String... lines) {
        return Objects.requireNonNull(balancer).send(lines);
    }

    private String upgraded(String path, String upgrade) {
        return send("GET " + path + " HTTP/1.1", "Host: wiki.example", "Connection: Upgrade, close", upgrade, SOCKET);
    }
}
