package io.commonplace.attachments.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the program in the folder {@code extractor} on one file. The file may do harm, so the program gets limits, an empty
 * environment and an empty folder. It ends when this process does, because it then reads the end of its standard input.
 */
final class ExtractorProcess {
    private static final Logger LOG = Logger.getLogger(ExtractorProcess.class.getName());

    private static final int BYTES_PER_CHARACTER = 4;
    private static final int SHOWN_ERRORS = 500;

    /** A process that the kernel has killed for its processor time ends with 128 and the signal SIGXCPU. */
    private static final int OUT_OF_TIME = 128 + 24;

    private final Path program;
    private final ExtractionLimits limits;

    /** @param program the folder with {@code run} and its JAR files */
    ExtractorProcess(Path program, ExtractionLimits limits) {
        this.program = program;
        this.limits = limits;
    }

    static boolean isIn(Path program) {
        return Files.isExecutable(program.resolve("run"));
    }

    /** Reads a file. @param file alone in its folder, where the program may write */
    Extraction read(Path file) throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Path text = folder.resolve("extracted");
        Path errors = folder.resolve("errors");
        Process process = start(file.toAbsolutePath(), folder, text, errors);
        try {
            if (!process.waitFor(limits.seconds(), TimeUnit.SECONDS)) {
                return Extraction.failed(ExtractionFailure.TIME);
            }
        } finally {
            end(process);
        }
        return result(process.exitValue(), text, errors);
    }

    private Process start(Path file, Path folder, Path text, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        program.resolve("run").toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Integer.toString(limits.mebibytes()),
                        Integer.toString(limits.seconds()),
                        Integer.toString(limits.characters()),
                        file.toString(),
                        text.toString()))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        // It holds the clone's passwords.
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private Extraction result(int status, Path text, Path errors) throws IOException {
        if (status == 0 && Files.size(text) <= (long) BYTES_PER_CHARACTER * limits.characters()) {
            return Extraction.read(new String(Files.readAllBytes(text), StandardCharsets.UTF_8));
        }
        ExtractionFailure failure = failure(status);
        LOG.log(Level.INFO, "The text of a file could not be read, {0}, status {1}: {2}", new Object[] {
            failure, status, beginning(errors)
        });
        return Extraction.failed(failure);
    }

    /** The numbers are those of {@code Status} in the program. */
    private static ExtractionFailure failure(int status) {
        return switch (status) {
            case 3 -> ExtractionFailure.MEMORY;
            case 10 -> ExtractionFailure.ENCRYPTED;
            case 11 -> ExtractionFailure.UNREADABLE;
            case 12 -> ExtractionFailure.UNSUPPORTED;
            case OUT_OF_TIME -> ExtractionFailure.TIME;
            default -> ExtractionFailure.CRASH;
        };
    }

    private static String beginning(Path errors) throws IOException {
        try (var content = Files.newInputStream(errors)) {
            return new String(content.readNBytes(SHOWN_ERRORS), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        }
    }
}
