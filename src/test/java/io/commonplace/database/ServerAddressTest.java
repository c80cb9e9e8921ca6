package io.commonplace.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void addressesAreNamesWithHostsAndPorts() {
        assertThat(ServerAddress.parse("database-1=127.0.0.1:8121, database-2=db2.example:3306"))
                .containsExactly(
                        new ServerAddress("database-1", "127.0.0.1", 8121),
                        new ServerAddress("database-2", "db2.example", 3306));
    }

    @Test
    void noConnectionSendsFilesToTheServer() throws IOException {
        String url = new ServerAddress("database-1", "127.0.0.1", 8121)
                .url(new ServerCredentials("app", "secret", "DISABLED").properties(Duration.ofSeconds(1)));
        assertThat(url).contains("allowLoadLocalInfile=false");

        assertThat(Files.readAllLines(Path.of("payara-config/post-boot")))
                .filteredOn(line -> line.startsWith("create-jdbc-connection-pool"))
                .hasSizeGreaterThan(3)
                .allSatisfy(pool -> assertThat(pool).contains(":allowLoadLocalInfile=false"));
    }

    @Test
    void aMalformedAddressIsNamed() {
        assertThatThrownBy(() -> ServerAddress.parse("database-1=127.0.0.1:8121,oops"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("oops");
    }
}
