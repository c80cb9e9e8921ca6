package io.commonplace.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS and HTTP/2 for people, and TLS between the parts. Ports as in cluster/settings.sh. */
@Tag("thorough")
class TlsIT {
    private static final int BROKER = 5;
    private static final int CLONE = 11;
    private static final int CLONE_TLS = 21;
    private static final int PRIMARY = 41;
    private static final int REPLICA = 42;

    private static final String WEB_SOCKET = """
            address => new Promise(done => {
              const socket = new WebSocket(address);
              socket.onopen = () => done("open");
              socket.onerror = () => done("refused");
            })""";

    private static final Pattern WORKERS =
            Pattern.compile("commonplace_queue_workers\\{[^}]*queue=\"jobs.fast\"[^}]*} [1-9]");

    private static SecureCluster cluster;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        cluster = new SecureCluster(folder);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void peopleUseHttp2AndTheirCookiesAreSecure() {
        HttpResponse<String> answer = get(cluster.visitor(new CookieManager()), cluster.url() + "/login");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; secure"));
        assertThatThrownBy(() -> Http.status(URI.create("http://127.0.0.1:" + cluster.port(0) + "/login")))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aBrowserSignsInReadsAndGetsPushMessages() {
        try (Browser browser = new Browser();
                var window = browser.at(cluster.url());
                Page page = window.newPage()) {
            Browser.signIn(page, cluster.password(), cluster.url());
            page.navigate("/s/handbook");
            assertThat(page.locator("h1").innerText()).isNotBlank();
            page.navigate("/jobs");
            String job = page.locator("a[href^='/jobs/']").first().getAttribute("href");
            assertThat(page.evaluate(WEB_SOCKET, "wss://127.0.0.1:" + cluster.port(0) + "/live" + job))
                    .isEqualTo("open");
        }
    }

    @Test
    void theDatabasesRefusePlaintextPasswords() throws SQLException {
        assertThatThrownBy(() -> database(PRIMARY, "sslMode=DISABLED")).isInstanceOf(SQLException.class);
        try (Connection connection = database(PRIMARY, "sslMode=REQUIRED")) {
            assertThat(text(connection, "show status like 'Ssl_version'", 2)).startsWith("TLSv1.");
        }
        try (Connection connection = database(REPLICA, "sslMode=REQUIRED");
                Statement statement = connection.createStatement();
                ResultSet replication = statement.executeQuery("show replica status")) {
            assertThat(replication.next()).isTrue();
            assertThat(replication.getString("Master_SSL_Allowed")).isEqualTo("Yes");
            assertThat(replication.getString("Slave_IO_Running")).isEqualTo("Yes");
        }
    }

    @Test
    void theBrokerUsesTlsAndTheWorkersAreConnected() throws IOException {
        handshake(BROKER, SecureCluster.believing(cluster.authority()));
        await("workers")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> WORKERS.matcher(metrics()).find());
    }

    @Test
    void onlyCertificatesOfTheClusterAreTrusted() throws IOException {
        handshake(CLONE_TLS, SecureCluster.believing(cluster.authority()));
        assertThatThrownBy(() -> handshake(CLONE_TLS, SecureCluster.believing(cluster.certificate())))
                .isInstanceOf(SSLException.class);
    }

    private static String metrics() {
        return get(
                        Http.client(new CookieManager()),
                        "http://127.0.0.1:" + cluster.port(CLONE) + "/metrics?scope=application")
                .body();
    }

    private static void handshake(int offset, SSLContext believing) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) believing.getSocketFactory().createSocket("127.0.0.1", cluster.port(offset))) {
            socket.setSoTimeout(20_000);
            socket.startHandshake();
        }
    }

    private static HttpResponse<String> get(HttpClient client, String uri) {
        return Http.send(client, Http.request(URI.create(uri)).build());
    }

    private static Connection database(int offset, String properties) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + cluster.port(offset)
                        + "/commonplace?allowPublicKeyRetrieval=true&connectTimeout=5000&" + properties,
                "app",
                cluster.secret("DB_APP_PASSWORD"));
    }

    private static String text(Connection connection, String query, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(column);
        }
    }
}
