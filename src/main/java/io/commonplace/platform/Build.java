package io.commonplace.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The build of this application.
 *
 * @param commit "unknown" if it was built outside of a repository
 */
public record Build(String version, String commit) {
    public static final Build THIS = read();

    private static Build read() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/io/commonplace/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(build.getProperty("version", ""), build.getProperty("commit", ""));
    }
}
