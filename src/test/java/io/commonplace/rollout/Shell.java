package io.commonplace.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs real commands with only the given environment. */
record Shell(Map<String, String> environment) {
    record Output(int status, String out, String all) {}

    /**
     * Runs a script like Jenkins's {@code sh} step: by its first line, or else with {@code sh -xe}, which shows all
     * commands and stops at the first error.
     */
    Output script(String text, Path folder) throws IOException, InterruptedException {
        Path script = Files.createTempFile("commonplace-step", ".sh");
        try {
            Files.writeString(script, text);
            script.toFile().setExecutable(true);
            return run(
                    text.startsWith("#!") ? List.of(script.toString()) : List.of("sh", "-xe", script.toString()),
                    folder);
        } finally {
            Files.delete(script);
        }
    }

    Output run(List<String> command, Path folder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("commonplace-step", ".out");
        Path errors = Files.createTempFile("commonplace-step", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("The command does not end: " + command);
            }
            String text = Files.readString(out);
            return new Output(process.exitValue(), text, text + Files.readString(errors));
        } finally {
            Files.delete(out);
            Files.delete(errors);
        }
    }
}
