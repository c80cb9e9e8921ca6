package io.commonplace.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A version stands once, in the pom's block of properties, where somebody who updates it looks. */
class PomTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>");

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "artemis/pom.xml", "extractor/pom.xml"})
    void everyVersionIsAProperty(String pom) throws IOException {
        assertThat(literalVersions(Files.readString(Path.of(pom)))).isEmpty();
    }

    @Test
    void aLiteralVersionIsFound() {
        assertThat(literalVersions("""
                <project><version>0.1.0</version><dependency><artifactId>x</artifactId><version>1.0</version></dependency>
                <requireJavaVersion><version>[17,)</version></requireJavaVersion><version>${y.version}</version></project>
                """)).containsExactly("1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "artemis/pom.xml", "extractor/pom.xml"})
    void versionsAreSortedInEachGroup(String pom) throws IOException {
        for (String group : properties(Files.readString(Path.of(pom))).split("\n\\s*\n")) {
            assertThat(names(group)).isSorted();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "artemis/pom.xml", "extractor/pom.xml"})
    void everyVersionIsUsed(String pom) throws IOException {
        String text = Files.readString(Path.of(pom));
        assertThat(names(properties(text))).isNotEmpty().allMatch(name -> text.contains("${" + name + "}"));
    }

    /** The wrapper downloads what it runs: from Maven's own repository only, and only the bytes that are pinned here. */
    @Test
    void theWrapperTakesAPinnedMavenFromItsOwnRepository() throws IOException {
        assertThat(Files.readString(Path.of(".mvn/wrapper/maven-wrapper.properties")))
                .containsPattern("(?m)^distributionUrl=https://repo\\.maven\\.apache\\.org/maven2/\\S+-bin\\.zip$")
                .containsPattern("(?m)^distributionSha256Sum=[0-9a-f]{64}$");
    }

    /** All but the project's own, which comes first, and the ranges that the Enforcer is given. */
    private static List<String> literalVersions(String pom) {
        List<String> versions = new ArrayList<>(
                VERSION.matcher(pom).results().map(found -> found.group(1)).toList());
        versions.remove(0);
        versions.removeIf(version -> version.startsWith("${") || version.startsWith("["));
        return versions;
    }

    private static String properties(String pom) {
        return pom.substring(pom.indexOf("<properties>"), pom.indexOf("</properties>"));
    }

    private static List<String> names(String properties) {
        return PROPERTY.matcher(properties)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
