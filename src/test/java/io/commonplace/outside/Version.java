package io.commonplace.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Another version of the application, derived from this one, and its image. */
final class Version {
    private static final Path CLASSES = Path.of("target/test-classes");
    private final String name;
    private final Path war;

    private Version(String name) {
        this.name = name;
        this.war = Cluster.data().resolve("run").resolve(name + ".war");
    }

    /** The current version under another name. */
    static Version named(String name) {
        Version version = new Version(name);
        try {
            Files.copy(Path.of("target/commonplace.war"), version.war, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return version.writing("io/commonplace/build.properties", "version=" + name + "\ncommit=test\n");
    }

    /** Adds a file to the classes. */
    Version writing(String file, String text) {
        return changing(archive -> {
            Path path = archive.getPath("/WEB-INF/classes", file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        });
    }

    /** Adds a test filter in front of all others. */
    Version with(Class<?> filter) {
        String file = filter.getName().replace('.', '/') + ".class";
        String entry = "<filter><filter-name>rolled</filter-name><filter-class>" + filter.getName()
                + "</filter-class></filter><filter-mapping><filter-name>rolled</filter-name>"
                + "<url-pattern>/*</url-pattern></filter-mapping>";
        return changing(archive -> {
            Path path = archive.getPath("/WEB-INF/classes", file);
            Files.createDirectories(path.getParent());
            Files.copy(CLASSES.resolve(file), path);
            Path descriptor = archive.getPath("/WEB-INF/web.xml");
            Files.writeString(descriptor, Files.readString(descriptor).replaceFirst("<filter>", entry + "<filter>"));
        });
    }

    private Version changing(Change change) {
        try (FileSystem archive = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of())) {
            change.make(archive);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's WAR. */
    Path war() {
        return war.toAbsolutePath();
    }

    /** The image to roll out. */
    String image() {
        Path image = war.resolveSibling("commonplace-" + name + ".tar.gz");
        try {
            ProcessBuilder packing = new ProcessBuilder("src/test/sh/make-image", war.toString(), image.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            packing.environment()
                    .put("COMMONPLACE_HOME", Path.of("").toAbsolutePath().toString());
            packing.environment()
                    .put("COMMONPLACE_DATA", Cluster.data().toAbsolutePath().toString());
            if (packing.start().waitFor() != 0) {
                throw new IllegalStateException("No image was made of " + name);
            }
            return image.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Change {
        void make(FileSystem archive) throws IOException;
    }
}
