package io.commonplace.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@code ./commonplace}, with its output. */
record Command(int result, String output) {
    /** For the cluster under test. */
    static Command run(String... arguments) {
        return runAt(Cluster.data(), arguments);
    }

    /** For the cluster in this directory. */
    static Command runAt(Path data, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of(Path.of("commonplace").toAbsolutePath().toString()));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--data", data.toAbsolutePath().toString()));
        return execute(words, Map.of());
    }

    /** Any program, with a time limit. */
    static Command execute(List<String> words, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.environment().put("COMMONPLACE_WATCH", "5");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** For steps that must succeed. */
    static Command mustRun(String... arguments) {
        return mustRunAt(Cluster.data(), arguments);
    }

    static Command mustRunAt(Path data, String... arguments) {
        Command command = runAt(data, arguments);
        if (command.result != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + command);
        }
        return command;
    }
}
