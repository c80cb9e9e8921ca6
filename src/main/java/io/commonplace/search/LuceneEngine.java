package io.commonplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** An index of Lucene in a folder of each clone. */
@ApplicationScoped
public class LuceneEngine implements SearchEngine {
    /** Without it, the index is in a temporary folder, and is built anew at each start. */
    @Inject
    @ConfigProperty(name = "commonplace.search.folder")
    private Optional<String> folder;

    private @Nullable Path place;

    @Override
    public String name() {
        return "lucene";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public synchronized SearchIndex open() {
        try {
            Path known = place;
            if (known == null) {
                known = folder.isPresent() ? Path.of(folder.get()) : Files.createTempDirectory("commonplace-search");
                place = known;
            }
            return PageIndex.open(known);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no folder for the search index", e);
        }
    }
}
