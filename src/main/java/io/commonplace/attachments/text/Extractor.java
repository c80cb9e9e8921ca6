package io.commonplace.attachments.text;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.platform.Unavailable;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the text of files. A clone reads one at a time, so that the memory for it is bounded. */
@ApplicationScoped
public class Extractor {
    private static final Logger LOG = Logger.getLogger(Extractor.class.getName());

    /** Changes when it can read more, or better: then files are read again. */
    static final int VERSION = 1;

    @Inject
    private Attachments attachments;

    /** Where the program is. An image has it; an application that was deployed without an image has none. */
    @Inject
    @ConfigProperty(name = "commonplace.extraction.folder")
    private Optional<String> folder;

    @Inject
    @ConfigProperty(name = "commonplace.extraction.enabled", defaultValue = "true")
    private boolean enabled;

    @Inject
    @ConfigProperty(name = "commonplace.extraction.heap-mebibytes", defaultValue = "256")
    private int heap;

    @Inject
    @ConfigProperty(name = "commonplace.extraction.seconds", defaultValue = "60")
    private int seconds;

    @Inject
    @ConfigProperty(name = "commonplace.extraction.file-mebibytes", defaultValue = "32")
    private int fileMebibytes;

    private final Semaphore turn = new Semaphore(1, true);

    private boolean on;

    @PostConstruct
    void begin() {
        on = enabled
                && folder.filter(name -> ExtractorProcess.isIn(Path.of(name))).isPresent();
        if (!on) {
            LOG.log(Level.INFO, "The text inside files is not read: {0}", enabled ? "no extractor" : "switched off");
        }
    }

    /** Whether this clone can read files. Otherwise they are found by their names only. */
    public boolean isOn() {
        return on;
    }

    /** @throws Unavailable if this clone stops meanwhile */
    Extraction extract(AttachmentHead file) {
        if (file.size() > (long) fileMebibytes << 20) {
            return Extraction.failed(ExtractionFailure.TOO_LARGE);
        }
        try {
            turn.acquire();
            try {
                return inOwnFolder(file);
            } finally {
                turn.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("file.text.off");
        } catch (IOException e) {
            throw new UncheckedIOException("The text of a file can't be read", e);
        }
    }

    private Extraction inOwnFolder(AttachmentHead file) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory("extraction");
        try {
            Path copy = own.resolve("file");
            try (OutputStream to = Files.newOutputStream(copy)) {
                attachments.copy(file, to);
            }
            ExtractionLimits limits = new ExtractionLimits(heap, seconds, ExtractionLimits.MAX_CHARACTERS);
            return new ExtractorProcess(Path.of(folder.orElseThrow()), limits).read(copy);
        } finally {
            delete(own);
        }
    }

    private static void delete(Path own) throws IOException {
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
