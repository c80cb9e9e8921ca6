package io.commonplace.operations;

import io.commonplace.cluster.Members;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of this clone's software. */
@ApplicationScoped
public class Versions {
    @Inject
    private Members members;

    private String version = "";
    private String commit = "";

    @PostConstruct
    void read() {
        Properties build = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("/io/commonplace/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version = build.getProperty("version", "");
        commit = build.getProperty("commit", "");
    }

    /** The version and, in brackets, the commit. */
    public String application() {
        return version + " (" + commit + ")";
    }

    public String version() {
        return version;
    }

    /** "unknown" if it was built outside of a repository. */
    public String commit() {
        return commit;
    }

    public String java() {
        return Runtime.version().toString();
    }

    public String grid() {
        return members.version();
    }
}
