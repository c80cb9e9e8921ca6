package io.commonplace.inside;

import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The clone in which the tests run: an additional third one of a cluster of two. */
public final class TestClone {
    static final int NUMBER = 3;

    /** Packages of tests that do not run inside; the benchmark has a servlet of its own, and recipes are only compiled. */
    private static final Set<String> OTHERS = Set.of(
            "/io/commonplace/outside/",
            "/io/commonplace/servers/",
            "/io/commonplace/bench/",
            "/io/commonplace/recipes/",
            "/io/commonplace/wrong/");

    private TestClone() {}

    /** The built application with all tests that run inside. They share one archive. */
    public static WebArchive war() {
        Path target = Path.of("target").toAbsolutePath();
        WebArchive tests = ShrinkWrap.create(ExplodedImporter.class, "tests.war")
                .importDirectory(target.resolve("test-classes").toFile())
                .as(WebArchive.class);
        WebArchive war = ShrinkWrap.createFromZipFile(
                WebArchive.class, target.resolve("commonplace.war").toFile());
        tests.getContent(path -> isInside(path.get())).forEach((path, node) -> {
            if (node.getAsset() != null) {
                war.add(node.getAsset(), "WEB-INF/classes" + path.get());
            }
        });
        return war.addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
    }

    /** This clone's URL, called from inside. Its grid port is its HTTP port plus 20 (cluster/settings.sh). */
    public static String url() {
        return "http://127.0.0.1:" + (Integer.getInteger("commonplace.grid.port") - 20);
    }

    private static boolean isInside(String path) {
        return path.endsWith(".class")
                && !path.endsWith("Test.class")
                && OTHERS.stream().noneMatch(path::startsWith);
    }

    private static File jarOf(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        return new File(place.getPath());
    }
}
