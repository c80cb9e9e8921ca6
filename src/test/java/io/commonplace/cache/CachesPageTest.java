package io.commonplace.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The handbook's page on caches lists every region as it is. */
class CachesPageTest {
    private static final Path PAGE = Path.of("src/handbook/how-it-works/caches.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([a-z]+) \\| [^|]+ \\| (can change|immutable) \\| ([\\d,]+)\\b[^|]* \\|$");

    @Test
    void thePageHasARowForEachRegion() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE))
                        .results()
                        .map(row -> row.group(1) + ", " + row.group(2) + ", " + row.group(3)))
                .containsExactlyElementsOf(
                        Stream.of(CacheRegion.values()).map(CachesPageTest::row).toList());
    }

    private static String row(CacheRegion region) {
        return String.format(
                Locale.ROOT,
                "%s, %s, %,d",
                region.name().toLowerCase(Locale.ROOT),
                region.isImmutable() ? "immutable" : "can change",
                region.size());
    }
}
