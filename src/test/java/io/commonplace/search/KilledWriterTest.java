package io.commonplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.index.IndexWriter;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {
    private static final int ROUNDS = 2;

    @TempDir
    private Path folder;

    /** Each round kills it at another point of a commit or a merge. */
    @Tag("thorough")
    @Test
    void anIndexWhoseProcessIsKilledHasAllThatWasCommitted() throws Exception {
        long next = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            long committed = writeUntilKilled(next, next + 30 * round);
            try (PageIndex index = PageIndex.open(folder)) {
                long sequence = index.state().orElseThrow().sequence();
                assertThat(sequence).isGreaterThanOrEqualTo(committed);
                assertThat(index.size()).isEqualTo((int) sequence);
                next = sequence + 1;
            }
        }
    }

    /** @return the last page that the process is known to have committed */
    private long writeUntilKilled(long from, long to) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        Long.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (last < to) {
                String line = out.readLine();
                assertThat(line).isNotNull();
                last = Long.parseLong(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    /** What the writer needs: the runner of the tests may have loaded it in its own way. */
    private static String classPath() {
        return Stream.of(
                        KilledWriter.class,
                        PageIndex.class,
                        IndexWriter.class,
                        KStemFilter.class,
                        ICUFoldingFilter.class,
                        Normalizer2.class,
                        Jsoup.class)
                .map(type -> location(type.getProtectionDomain().getCodeSource()))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(CodeSource source) {
        return Path.of(URI.create(source.getLocation().toString())).toString();
    }
}
