package io.commonplace.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bill of materials of an image. */
class BillOfMaterialsTest {
    private static final String APPLICATION = """
            {"metadata": {"component": {"bom-ref": "app"}},
             "components": [{"bom-ref": "pkg:maven/x/library@1?type=jar", "name": "library"}]}
            """;
    private static final String ADAPTER = """
            {"metadata": {"component": {"bom-ref": "adapter"}},
             "components": [{"bom-ref": "pkg:maven/x/library@1?type=jar", "name": "library"},
                            {"bom-ref": "pkg:maven/x/highlightjs@1?type=jar", "name": "highlightjs",
                             "licenses": [{"license": {"id": "BSD-4-Clause"}}]}]}
            """;

    @Test
    void itNamesEachPartOnceAndWithItsLicence(@TempDir Path folder) throws Exception {
        Path driver = Files.writeString(folder.resolve("driver.jar"), "bytes");
        Path made = folder.resolve("bom.json");
        Shell.Output output = new Shell(Map.of("PATH", System.getenv("PATH")))
                .run(
                        List.of(
                                "python3",
                                "cluster/bom.py",
                                made.toString(),
                                Files.writeString(folder.resolve("application.json"), APPLICATION)
                                        .toString(),
                                Files.writeString(folder.resolve("adapter.json"), ADAPTER)
                                        .toString(),
                                "--",
                                "driver:org.x:2:GPL-2.0-only:" + driver,
                                "openjdk::17:GPL-2.0-only WITH Classpath-exception-2.0:"),
                        Path.of("."));
        assertThat(output.status()).as(output.all()).isZero();
        List<JsonObject> components = Json.createReader(new StringReader(Files.readString(made)))
                .readObject()
                .getJsonArray("components")
                .getValuesAs(JsonObject.class);
        assertThat(components)
                .extracting(component -> component.getString("bom-ref"))
                .containsExactly(
                        "pkg:generic/openjdk@17",
                        "pkg:maven/org.x/driver@2?type=jar",
                        "pkg:maven/x/highlightjs@1?type=jar",
                        "pkg:maven/x/library@1?type=jar");
        assertThat(components.get(0).getJsonArray("licenses").getJsonObject(0).getString("expression"))
                .isEqualTo("GPL-2.0-only WITH Classpath-exception-2.0");
        assertThat(components.get(2).getJsonArray("licenses").getJsonObject(0).getJsonObject("license"))
                .isEqualTo(Json.createObjectBuilder().add("id", "BSD-3-Clause").build());
        assertThat(components.get(1).getJsonArray("hashes").getJsonObject(0).getString("content"))
                .hasSize(64);
    }
}
