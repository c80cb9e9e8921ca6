package io.commonplace.inside;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/**
 * Starts Payara Micro by payara-config/run, like the supervisor, so that it has a clone's configuration. Payara's own adapter
 * can't be used: it has a command line of its own, and supports neither a resource adapter nor an HTTP listener that opens
 * after the application. The clone is started once for all test classes.
 */
public class CloneContainer implements DeployableContainer<NoConfiguration> {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Path data = Path.of(System.getProperty("commonplace.data", "var"));
    private final Path home = Path.of("").toAbsolutePath();
    private final String name = "clone-" + TestClone.NUMBER;
    private @Nullable Process process;

    @Override
    public Class<NoConfiguration> getConfigurationClass() {
        return NoConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        int port;
        try {
            port = firstPort() + 10 + TestClone.NUMBER;
            if (process == null) {
                process = start(archive);
                awaitReady(process, port);
            }
        } catch (IOException e) {
            throw new DeploymentException("The clone of the tests can't be started", e);
        }
        HTTPContext http = new HTTPContext("127.0.0.1", port);
        http.add(new Servlet("ArquillianServletRunnerEE9", "/"));
        return new ProtocolMetaData().addContext(http);
    }

    private Process start(Archive<?> archive) throws IOException {
        Path folder = Files.createDirectories(data.resolve(name));
        Path war = folder.resolve("tested.war");
        archive.as(ZipExporter.class).exportTo(war.toFile(), true);
        Path image = folder.resolve("image");
        Files.deleteIfExists(image);
        Files.createSymbolicLink(image, data.resolve("images/newest").toRealPath());
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("payara-config/run").toString(), name)
                .redirectErrorStream(true)
                .redirectOutput(logFile());
        builder.environment().put("COMMONPLACE_HOME", home.toString());
        builder.environment().put("COMMONPLACE_DATA", data.toString());
        builder.environment().put("COMMONPLACE_WAR", war.toAbsolutePath().toString());
        Process started = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    private void awaitReady(Process started, int port) throws DeploymentException, IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end && started.isAlive()) {
            if (answers(request)) {
                return;
            }
        }
        started.destroyForcibly();
        throw new DeploymentException("The clone of the tests did not get ready; its log is " + logFile());
    }

    private static boolean answers(HttpRequest request) throws IOException {
        try {
            if (HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (ConnectException | java.net.http.HttpTimeoutException e) {
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
        return false;
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private int firstPort() throws IOException {
        try (var lines = Files.lines(data.resolve("settings"))) {
            return lines.filter(line -> line.startsWith("port="))
                    .mapToInt(line -> Integer.parseInt(line.substring("port=".length())))
                    .findFirst()
                    .orElse(8080);
        }
    }

    private File logFile() {
        return data.resolve("logs/" + name + ".log").toFile();
    }

    /** Does nothing: the next test class uses the same deployment. */
    @Override
    public void undeploy(Archive<?> archive) {}

    @Override
    public void stop() throws LifecycleException {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(40, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LifecycleException("Interrupted", e);
        }
    }
}
