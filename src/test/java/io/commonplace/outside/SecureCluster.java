package io.commonplace.outside;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A separate cluster with TLS between its parts and HTTPS for people. */
final class SecureCluster implements AutoCloseable {
    /** Below the system's ephemeral ports, and next to those of the tests' other cluster. */
    private static final int FIRST = 28_000;

    private final int port = freePorts();
    private final Path home;
    private final Path certificate;

    /** @param home an empty folder with a short path, because a unix socket's path has at most 107 bytes */
    SecureCluster(Path home) throws IOException {
        this.home = home;
        certificate = home.resolve("site.pem");
        makeCertificate();
        Command.mustRunAt(
                data(),
                "up",
                "--port",
                Integer.toString(port),
                "--clones",
                "1",
                "--tls",
                "--certificate",
                certificate.toString());
    }

    /** Of the site, by itself. */
    private void makeCertificate() throws IOException {
        run(List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=handbook.example",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem"));
        Files.writeString(
                certificate, Files.readString(home.resolve("cert.pem")) + Files.readString(home.resolve("key.pem")));
    }

    Path data() {
        return home.resolve("data");
    }

    /** As in cluster/settings.sh, which derives all ports from the first one. */
    int port(int offset) {
        return port + offset;
    }

    String url() {
        return "https://127.0.0.1:" + port;
    }

    /** A client that trusts only the site's certificate, and speaks HTTP/2 if the site does. */
    HttpClient visitor(CookieManager cookies) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(believing(certificate))
                .cookieHandler(cookies)
                .build();
    }

    String password() {
        return secret("ADMIN_PASSWORD");
    }

    String secret(String name) {
        return Objects.requireNonNull(Cluster.pairs(data().resolve("secrets")).get(name));
    }

    /** The site's certificate. */
    Path certificate() {
        return certificate;
    }

    /** The certificate authority of the parts. */
    Path authority() {
        return data().resolve("tls/ca.pem");
    }

    static SSLContext believing(Path certificate) {
        try (InputStream in = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "it", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(List<String> command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Command.mustRunAt(data(), "down", "--wipe", "--yes");
    }

    static int freePorts() {
        return IntStream.iterate(FIRST, first -> first < 32_000, first -> first + 50)
                .filter(first -> IntStream.range(first, first + 50).allMatch(SecureCluster::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
